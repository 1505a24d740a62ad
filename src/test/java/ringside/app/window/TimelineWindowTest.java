package ringside.app.window;

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
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.status.Command;

/** The timeline, with each of its gestures (WINDOW 5.3). */
@NeedsFonts
class TimelineWindowTest extends WindowFixture {

    /** A small offset from the intended place, in pixels. */
    private static final double INSIDE = 3;

    private Bounds strip() {
        Node strip = user.lookup("#timeline-strip").query();
        return strip.localToScreen(strip.getLayoutBounds());
    }

    /** Returns the horizontal position of the knob on the screen. */
    private double knobX() {
        Node knob = user.lookup("#timeline-strip .knob").query();
        return knob.localToScreen(knob.getBoundsInLocal()).getCenterX();
    }

    private Point2D onStrip(double x) {
        return new Point2D(x, strip().getCenterY());
    }

    private void waitSeconds(int seconds) {
        until(() -> text("#timeline-time").compareTo("00:0" + seconds) > 0);
    }

    private void kill() {
        until(() -> isShown("#peer-139"));
        ring.carryOut(new Command.Kill(List.of(id(139)))).join();
        until(() -> text("#alive-count").contains("1 killed"));
    }

    @Test
    void aDragTakesTheViewAlongTheTime() {
        waitSeconds(3);
        user.moveTo(onStrip(knobX() - INSIDE)).press(MouseButton.PRIMARY);
        until(() -> isShown("#past-banner"));
        String pressed = text("#timeline-time");
        user.moveTo(onStrip(strip().getMinX() + 2 * INSIDE));
        until(() -> text("#timeline-time").compareTo(pressed) < 0);
        String dragged = text("#timeline-time");
        user.release(MouseButton.PRIMARY);
        assertThat(text("#timeline-time")).isEqualTo(dragged);
        assertThat(knobX()).isLessThan(strip().getMinX() + 4 * INSIDE);
    }

    @Test
    void aClickOnAMarkShowsItsMoment() {
        waitSeconds(3);
        kill();
        until(() -> isInSight("#timeline-strip .killed"));
        Node mark = user.lookup("#timeline-strip .killed").query();
        Bounds bounds = mark.localToScreen(mark.getLayoutBounds());
        double justBeforeIt = bounds.getMinX() + 2;
        user.clickOn(onStrip(justBeforeIt));
        until(() -> isShown("#past-banner"));
        until(() -> text("#alive-count").equals("7 alive \u00b7 1 killed"));
    }

    @Test
    void theTooltipOfAMarkStandsAboveTheStrip() {
        waitSeconds(2);
        kill();
        until(() -> isInSight("#timeline-strip .killed"));
        Node mark = user.lookup("#timeline-strip .killed").query();
        Bounds bounds = mark.localToScreen(mark.getLayoutBounds());
        user.moveTo(onStrip(bounds.getCenterX()));
        user.moveBy(1, 0);
        until(() -> isTold("139"));
        Tooltip tip = tip();
        assertThat(tip.getY() + tip.getHeight()).isLessThanOrEqualTo(strip().getMinY());
        assertThat(tip.getScene().getRoot().isMouseTransparent()).isTrue();
    }

    private Tooltip tip() {
        return User.windows().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWheelShowsLessOfTheTimeAndShiftWithTheWheelAnotherPartOfIt() {
        waitSeconds(3);
        key(KeyCode.SPACE);
        until(() -> isShown("#past-banner"));
        double whole = knobX();
        user.moveTo(onStrip(strip().getMinX() + 1));
        user.scroll(4, VerticalDirection.UP);
        until(() -> knobX() > whole + 5);
        double part = knobX();
        wheel("#timeline-strip", -1, KeyCode.SHIFT);
        until(() -> knobX() < part - 5);
        wheel("#timeline-strip", 1, KeyCode.SHIFT);
        until(() -> Math.abs(knobX() - part) < 2);
    }

    @Test
    void aDragOverTheOverviewShowsAnIntervalAndZAllOfTheTime() {
        until(() -> word("#timeline-end").equals("01:00.0 (1 min 0 s)"));
        Node overview = user.lookup("#timeline-overview").query();
        Bounds bounds = overview.localToScreen(overview.getLayoutBounds());
        Point2D quarter =
                new Point2D(bounds.getMinX() + bounds.getWidth() / 4, bounds.getCenterY());
        user.moveTo(quarter).press(MouseButton.PRIMARY);
        user.moveBy(bounds.getWidth() / 4, 0).release(MouseButton.PRIMARY);
        until(() -> word("#timeline-end").endsWith(" of 1 min 0 s)"));
        assertThat(word("#timeline-beginning")).startsWith("00:1");
        assertThat(word("#timeline-end")).startsWith("00:");
        assertThat(isShown("#past-banner")).isFalse();
        key(KeyCode.Z);
        until(() -> word("#timeline-end").equals("01:00.0 (1 min 0 s)"));
        assertThat(word("#timeline-beginning")).isEqualTo("00:00.0");
    }

    private String word(String query) {
        return user.lookup(query).queryText().getText();
    }

    @Test
    void theStepButtonsGoFromEventToEvent() {
        kill();
        user.clickOn("#step-back");
        until(() -> isShown("#past-banner"));
        until(() -> {
            user.clickOn("#step-back");
            return text("#alive-count").equals("8 alive");
        });
        user.clickOn("#step-forward");
        until(() -> text("#alive-count").contains("1 killed"));
    }

    @Test
    void theButtonOfTheBannerLeadsBackToLive() {
        until(() -> isShown("#peer-43"));
        key(KeyCode.SPACE);
        until(() -> isInSight("#banner-to-live"));
        user.clickOn("#banner-to-live");
        until(() -> !isShown("#past-banner"));
        assertThat(text("#to-live")).isEqualTo("LIVE");
    }

    @Test
    void theGapBetweenEventsAndTheSpeedAreChosenInThePaceBox() {
        until(() -> isShown("#peer-43"));
        user.clickOn("#pace");
        until(() -> isInSight("#pace-by-gap"));
        user.clickOn("#pace-by-gap");
        until(() -> text("#pace").equals("1 s each"));
        user.clickOn("#pace-gap .track");
        until(() -> text("#pace").equals("0.5 s each"));
        user.clickOn("#pace-by-speed");
        until(() -> text("#pace").equals("1\u00d7"));
        Node track = user.lookup("#pace-speed .track").query();
        user.moveTo(track, Pos.CENTER_RIGHT, Point2D.ZERO).moveBy(-INSIDE, 0);
        user.clickOn(MouseButton.PRIMARY);
        until(() -> text("#pace").equals("8\u00d7"));
    }
}
