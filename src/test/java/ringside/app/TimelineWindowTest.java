package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.robot.Motion;
import ringside.NeedsFonts;
import ringside.status.Command;

/** The timeline, each of its gestures (WINDOW part 5). */
@NeedsFonts
class TimelineWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    /** A notch beside what is meant. */
    private static final double INSIDE = 3;

    private static Bounds strip(FxRobot robot) {
        Node strip = robot.lookup("#timeline-strip").query();
        return seen(() -> strip.localToScreen(strip.getLayoutBounds()));
    }

    /** Where the knob is, from left to right. */
    private static double knobX(FxRobot robot) {
        Node knob = robot.lookup("#timeline-strip .knob").query();
        return seen(() -> knob.localToScreen(knob.getBoundsInLocal()).getCenterX());
    }

    private static Point2D onStrip(FxRobot robot, double x) {
        return new Point2D(x, strip(robot).getCenterY());
    }

    private static void waitSeconds(FxRobot robot, int seconds) {
        until(() -> text(robot, "#timeline-time").compareTo("00:0" + seconds) > 0);
    }

    private void kill(FxRobot robot) {
        until(() -> isShown(robot, "#peer-139"));
        seen(() -> ring.carryOut(new Command.Kill(List.of(id(139)))));
        until(() -> text(robot, "#alive-count").contains("1 killed"));
    }

    @Test
    void aDragTakesTheViewAlongTheTime(FxRobot robot) {
        waitSeconds(robot, 3);
        robot.moveTo(onStrip(robot, knobX(robot) - INSIDE)).press(MouseButton.PRIMARY);
        until(() -> isShown(robot, "#past-banner"));
        String pressed = text(robot, "#timeline-time");
        robot.moveTo(onStrip(robot, strip(robot).getMinX() + 2 * INSIDE));
        until(() -> text(robot, "#timeline-time").compareTo(pressed) < 0);
        String dragged = text(robot, "#timeline-time");
        robot.release(MouseButton.PRIMARY);
        assertThat(text(robot, "#timeline-time")).isEqualTo(dragged);
        assertThat(knobX(robot)).isLessThan(strip(robot).getMinX() + 4 * INSIDE);
    }

    @Test
    void aClickOnAMarkShowsItsMoment(FxRobot robot) {
        waitSeconds(robot, 3);
        kill(robot);
        until(() -> isInSight(robot, "#timeline-strip .killed"));
        Node mark = robot.lookup("#timeline-strip .killed").query();
        Bounds bounds = seen(() -> mark.localToScreen(mark.getLayoutBounds()));
        double justBeforeIt = bounds.getMinX() + 2;
        robot.clickOn(onStrip(robot, justBeforeIt));
        until(() -> isShown(robot, "#past-banner"));
        until(() -> text(robot, "#alive-count").equals("7 alive \u00b7 1 killed"));
    }

    @Test
    void whatIsToldOfAMarkStandsAboveTheStripAndItsMarks(FxRobot robot) {
        waitSeconds(robot, 2);
        kill(robot);
        until(() -> isInSight(robot, "#timeline-strip .killed"));
        Node mark = robot.lookup("#timeline-strip .killed").query();
        Bounds bounds = seen(() -> mark.localToScreen(mark.getLayoutBounds()));
        robot.moveTo(onStrip(robot, bounds.getCenterX()));
        robot.moveBy(1, 0);
        until(() -> isTold(robot, "139"));
        Tooltip tip = tip(robot);
        assertThat(seen(() -> tip.getY() + tip.getHeight()))
                .isLessThanOrEqualTo(strip(robot).getMinY());
        assertThat(seen(() -> tip.getScene().getRoot().isMouseTransparent())).isTrue();
    }

    private static Tooltip tip(FxRobot robot) {
        return seen(
                () ->
                        robot.listWindows().stream()
                                .filter(Tooltip.class::isInstance)
                                .map(Tooltip.class::cast)
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void theWheelShowsLessOfTheTimeAndShiftWithTheWheelAnotherPartOfIt(FxRobot robot) {
        waitSeconds(robot, 3);
        key(robot, KeyCode.SPACE);
        until(() -> isShown(robot, "#past-banner"));
        double whole = knobX(robot);
        robot.moveTo(onStrip(robot, strip(robot).getMinX() + 1));
        robot.scroll(4, VerticalDirection.UP);
        until(() -> knobX(robot) > whole + 5);
        double part = knobX(robot);
        wheel(robot, "#timeline-strip", -1, KeyCode.SHIFT);
        until(() -> knobX(robot) < part - 5);
        wheel(robot, "#timeline-strip", 1, KeyCode.SHIFT);
        until(() -> Math.abs(knobX(robot) - part) < 2);
    }

    @Test
    void theStepButtonsGoFromEventToEvent(FxRobot robot) {
        kill(robot);
        robot.clickOn("#step-back");
        until(() -> isShown(robot, "#past-banner"));
        until(
                () -> {
                    robot.clickOn("#step-back");
                    return text(robot, "#alive-count").equals("8 alive");
                });
        robot.clickOn("#step-forward");
        until(() -> text(robot, "#alive-count").contains("1 killed"));
    }

    @Test
    void theButtonOfTheBannerLeadsBackToLive(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.SPACE);
        until(() -> isInSight(robot, "#banner-to-live"));
        robot.clickOn("#banner-to-live");
        until(() -> !isShown(robot, "#past-banner"));
        assertThat(text(robot, "#to-live")).isEqualTo("LIVE");
    }

    @Test
    void theGapBetweenEventsAndTheSpeedAreChosenInThePaceBox(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        robot.clickOn("#pace");
        until(() -> isInSight(robot, "#pace-by-gap"));
        robot.clickOn("#pace-by-gap");
        until(() -> text(robot, "#pace").equals("1 s each"));
        robot.clickOn("#pace-gap .track");
        until(() -> text(robot, "#pace").equals("0.5 s each"));
        robot.clickOn("#pace-by-speed");
        until(() -> text(robot, "#pace").equals("1\u00d7"));
        Node track = robot.lookup("#pace-speed .track").query();
        robot.moveTo(track, Pos.CENTER_RIGHT, Point2D.ZERO, Motion.DEFAULT).moveBy(-INSIDE, 0);
        robot.clickOn(MouseButton.PRIMARY);
        until(() -> text(robot, "#pace").equals("8\u00d7"));
    }
}
