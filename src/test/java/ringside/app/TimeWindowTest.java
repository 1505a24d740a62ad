package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.app.events.EventRow;
import ringside.status.Command;

/** Time travel and explanations, each by its gesture (WINDOW parts 5 and 6). */
@NeedsFonts
class TimeWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }

    private void kill(FxRobot robot, int peer) {
        select(robot, peer);
        type(robot, KeyCode.K);
        until(() -> text(robot, "#alive-count").contains("1 killed"));
    }

    /** Where the ring goes on meanwhile, only a filter keeps a row in sight. */
    private static void chooseTheKill(FxRobot robot) {
        robot.clickOn("#event-filter").write("killed nobody");
        ListView<EventRow> events = robot.lookup("#events").queryListView();
        until(() -> events.getItems().size() == 1);
        robot.clickOn(
                robot.lookup("#events .event-time")
                        .match(label -> label.getParent().isVisible())
                        .<Node>query());
    }

    @Test
    void spaceHoldsTheViewAndEndGoesBackToLive(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        type(robot, KeyCode.SPACE);
        until(() -> isShown(robot, "#past-banner"));
        assertThat(text(robot, "#past-words")).contains("The processes go on.");
        String held = text(robot, "#timeline-time");
        until(() -> text(robot, "#past-words").matches(".*, [1-9][0-9]* s ago.*"));
        assertThat(text(robot, "#timeline-time")).isEqualTo(held);
        type(robot, KeyCode.END);
        until(() -> !isShown(robot, "#past-banner"));
        assertThat(text(robot, "#to-live")).isEqualTo("LIVE");
    }

    @Test
    void homeShowsTheFirstMomentAndTheArrowsStep(FxRobot robot) {
        kill(robot, 139);
        type(robot, KeyCode.HOME);
        until(() -> !isShown(robot, "#peer-139"));
        type(robot, KeyCode.RIGHT);
        type(robot, KeyCode.RIGHT);
        until(() -> isShown(robot, "#peer-14"));
        type(robot, KeyCode.LEFT);
        type(robot, KeyCode.LEFT);
        until(() -> !isShown(robot, "#peer-43"));
    }

    @Test
    void aClickOnAnEventShowsItsMomentWhyItHappenedAndByWhichRule(FxRobot robot) {
        kill(robot, 139);
        chooseTheKill(robot);
        until(() -> isShown(robot, "#past-banner"));
        assertThat(text(robot, "#why-title")).startsWith("Killed by you (SIGKILL).");
        assertThat(text(robot, "#why-text")).contains("139 is missed only by the silence");
        assertThat(text(robot, "#why-heading")).isEqualTo("RULE 2.3 · Missed pings");
        type(robot, KeyCode.ESCAPE);
        until(() -> !isShown(robot, "#why-card"));
    }

    @Test
    void theMenuOfAPeerAnswersWhyItsSuccessorIsItsSuccessor(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        robot.clickOn("#peer-43", MouseButton.SECONDARY);
        robot.clickOn("#menu-why");
        robot.clickOn("Why is 77 the first successor of 43?");
        until(() -> isShown(robot, "#why-card"));
        assertThat(text(robot, "#why-text")).contains("the first living peer one meets");
        robot.clickOn("#why-close");
        until(() -> !isShown(robot, "#why-card"));
    }

    @Test
    void aPressOnTheTimelineGoesThereAndItsButtonComesBack(FxRobot robot) {
        until(() -> text(robot, "#timeline-time").compareTo("00:01.0") > 0);
        robot.moveTo("#timeline-strip");
        robot.moveBy(-robot.lookup("#timeline-strip").query().getBoundsInLocal().getWidth() / 2 + 3, 0);
        robot.clickOn(MouseButton.PRIMARY);
        until(() -> isShown(robot, "#past-banner"));
        assertThat(text(robot, "#timeline-time")).startsWith("00:0");
        robot.clickOn("#play-pause");
        String played = text(robot, "#timeline-time");
        until(() -> !text(robot, "#timeline-time").equals(played));
        robot.clickOn("#to-live");
        until(() -> text(robot, "#to-live").equals("LIVE"));
    }

    @Test
    void thePaceIsChosenOnALogScaleOrAsAFixedGap(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        robot.clickOn("#pace");
        until(() -> isShown(robot, "#pace-speed"));
        WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> robot.lookup("#pace-speed").queryAs(Slider.class).setValue(-3));
        until(() -> text(robot, "#pace").equals("1/8×"));
        robot.clickOn("#pace-by-gap");
        until(() -> text(robot, "#pace").equals("1 s each"));
    }

    @Test
    void whoeverScrollsDownReadsOnAndIsLedBackToTheNewest(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        select(robot, 139);
        robot.moveTo("#events");
        robot.scroll(10, VerticalDirection.DOWN);
        type(robot, KeyCode.K);
        until(() -> isShown(robot, "#new-events"));
        robot.clickOn("#new-events");
        until(() -> !isShown(robot, "#new-events"));
        ListView<EventRow> list = robot.lookup("#events").queryListView();
        assertThat(list.getItems().getFirst().explanation().text()).isNotBlank();
    }

    @Test
    void whatIsDoneInThePastIsShownLive(FxRobot robot) {
        select(robot, 139);
        type(robot, KeyCode.SPACE);
        until(() -> isShown(robot, "#past-banner"));
        type(robot, KeyCode.K);
        until(() -> !isShown(robot, "#past-banner"));
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(139)))));
    }

    @Test
    void anExplanationGoesWhenTheViewGoesOn(FxRobot robot) {
        kill(robot, 139);
        chooseTheKill(robot);
        until(() -> isShown(robot, "#why-card"));
        type(robot, KeyCode.HOME);
        until(() -> !isShown(robot, "#why-card"));
    }

    @Test
    void endBringsTheListOfEventsBackToTheNewest(FxRobot robot) {
        kill(robot, 139);
        ListView<EventRow> events = robot.lookup("#events").queryListView();
        type(robot, KeyCode.HOME);
        until(() -> isShown(robot, "#past-banner"));
        type(robot, KeyCode.END);
        until(() -> !isShown(robot, "#past-banner"));
        until(() -> firstShown(events) == 0);
        assertThat(isShown(robot, "#new-events")).isFalse();
    }

    private static int firstShown(ListView<EventRow> list) {
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () ->
                        list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                                        && flow.getFirstVisibleCell() != null
                                ? flow.getFirstVisibleCell().getIndex()
                                : -1);
    }
}
