package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.events.EventItem;
import ringside.status.Command;

/** Time travel and explanations, each by its gesture (WINDOW 5 and 6). */
@NeedsFonts
class TimeWindowTest extends WindowFixture {

    private void type(KeyCode key) {
        user.press(key).release(key);
    }

    private void kill(int peer) {
        select(peer);
        type(KeyCode.K);
        until(() -> text("#alive-count").contains("1 killed"));
    }

    /** Filters for the kill before it is chosen, as a running ring would scroll its row away. */
    private void chooseTheKill() {
        user.clickOn("#event-filter").write("killed nobody");
        ListView<EventItem> events = user.lookup("#events").queryListView();
        until(() -> events.getItems().size() == 1);
        user.clickOn(
                user.lookup("#events .event-time")
                        .match(label -> label.getParent().isVisible())
                        .<Node>query());
    }

    @Test
    void spaceHoldsTheViewAndEndGoesBackToLive() {
        until(() -> isShown("#peer-43"));
        type(KeyCode.SPACE);
        until(() -> isShown("#past-banner"));
        assertThat(text("#past-words")).contains("The processes go on.");
        String held = text("#timeline-time");
        until(() -> text("#past-words").matches(".*, [1-9][0-9]* s ago.*"));
        assertThat(text("#timeline-time")).isEqualTo(held);
        type(KeyCode.END);
        until(() -> !isShown("#past-banner"));
        assertThat(text("#to-live")).isEqualTo("LIVE");
    }

    @Test
    void mSlowsThePictureDownAndEndCatchesUp() {
        until(() -> isShown("#peer-43"));
        type(KeyCode.M);
        until(() -> statusLine().startsWith("Slow motion, 3 s behind · 8 peers run"));
        assertThat(text("#pace")).isEqualTo("1/4×");
        type(KeyCode.END);
        until(() -> statusLine().startsWith("8 peers run"));
        assertThat(text("#to-live")).isEqualTo("LIVE");
    }

    @Test
    void whatIsDoneInSlowMotionIsSeenInSlowMotion() {
        select(139);
        type(KeyCode.M);
        until(() -> statusLine().startsWith("Slow motion, 3 s behind"));
        type(KeyCode.K);
        until(() -> text("#inspector-look").equals("killed"));
        assertThat(statusLine()).startsWith("Slow motion, 0 s behind");
    }

    private String statusLine() {
        return user.lookup("#status").queryAs(StatusBar.class).getText();
    }

    @Test
    void homeShowsTheFirstMomentAndTheArrowsStep() {
        kill(139);
        type(KeyCode.HOME);
        until(() -> !isShown("#peer-139"));
        type(KeyCode.RIGHT);
        type(KeyCode.RIGHT);
        until(() -> isShown("#peer-14"));
        type(KeyCode.LEFT);
        type(KeyCode.LEFT);
        until(() -> !isShown("#peer-43"));
    }

    @Test
    void aClickOnAnEventShowsItsMomentWhyItHappenedAndByWhichRule() {
        kill(139);
        chooseTheKill();
        until(() -> isShown("#past-banner"));
        assertThat(text("#explanation-title")).startsWith("Killed by you (SIGKILL).");
        assertThat(text("#explanation-text")).contains("139 is missed only by the silence");
        assertThat(text("#explanation-heading")).isEqualTo("RULE 2.3 · Missed pings");
        type(KeyCode.ESCAPE);
        until(() -> !isShown("#explanation-card"));
    }

    @Test
    void theMenuOfAPeerAnswersWhyItsSuccessorIsItsSuccessor() {
        until(() -> isShown("#peer-43"));
        user.clickOn("#peer-43", MouseButton.SECONDARY);
        user.clickOn("#menu-why");
        user.clickOn("Why is 77 the first successor of 43?");
        until(() -> isShown("#explanation-card"));
        assertThat(text("#explanation-text")).contains("the first living peer one meets");
        user.clickOn("#explanation-close");
        until(() -> !isShown("#explanation-card"));
    }

    @Test
    void aPressOnTheTimelineGoesThereAndItsButtonComesBack() {
        until(() -> text("#timeline-time").compareTo("00:01.0") > 0);
        user.moveTo("#timeline-strip");
        user.moveBy(
                -user.lookup("#timeline-strip").query().getBoundsInLocal().getWidth() / 2 + 3, 0);
        user.clickOn(MouseButton.PRIMARY);
        until(() -> isShown("#past-banner"));
        assertThat(text("#timeline-time")).startsWith("00:0");
        user.clickOn("#play-pause");
        String played = text("#timeline-time");
        until(() -> !text("#timeline-time").equals(played));
        user.clickOn("#to-live");
        until(() -> text("#to-live").equals("LIVE"));
    }

    @Test
    void thePaceIsChosenOnALogScaleOrAsAFixedGap() {
        until(() -> isShown("#peer-43"));
        user.clickOn("#pace");
        until(() -> isShown("#pace-speed"));
        user.lookup("#pace-speed").queryAs(Slider.class).setValue(-3);
        until(() -> text("#pace").equals("1/8×"));
        user.clickOn("#pace-by-gap");
        until(() -> text("#pace").equals("1 s each"));
    }

    @Test
    void aUserWhoScrollsDownReadsOnAndIsLedBackToTheNewest() {
        until(() -> isShown("#peer-43"));
        select(139);
        user.moveTo("#events");
        user.scroll(10, VerticalDirection.DOWN);
        type(KeyCode.K);
        until(() -> isShown("#new-events"));
        user.clickOn("#new-events");
        until(() -> !isShown("#new-events"));
        ListView<EventItem> list = user.lookup("#events").queryListView();
        assertThat(list.getItems().getFirst().newest().explanation().text()).isNotBlank();
    }

    @Test
    void aCommandGivenInThePastReturnsToLive() {
        select(139);
        type(KeyCode.SPACE);
        until(() -> isShown("#past-banner"));
        type(KeyCode.K);
        until(() -> !isShown("#past-banner"));
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(139)))));
    }

    @Test
    void anExplanationGoesWhenTheViewGoesOn() {
        kill(139);
        chooseTheKill();
        until(() -> isShown("#explanation-card"));
        type(KeyCode.HOME);
        until(() -> !isShown("#explanation-card"));
    }

    @Test
    void endBringsTheListOfEventsBackToTheNewest() {
        kill(139);
        ListView<EventItem> events = user.lookup("#events").queryListView();
        type(KeyCode.HOME);
        until(() -> isShown("#past-banner"));
        type(KeyCode.END);
        until(() -> !isShown("#past-banner"));
        until(() -> firstShown(events) == 0);
        assertThat(isShown("#new-events")).isFalse();
    }

    private static int firstShown(ListView<EventItem> list) {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : -1;
    }

    @Test
    void endSelectsThePeerThatWasSelectedBeforeTheEvent() {
        kill(139);
        select(43);
        chooseTheKill();
        until(() -> text("#inspector-title").equals("Peer 139"));
        key(KeyCode.ESCAPE);
        type(KeyCode.END);
        until(() -> text("#inspector-title").equals("Peer 43"));
    }
}
