package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.lessons.Lesson;
import ringside.app.lessons.LessonLine;
import ringside.app.lessons.LessonLine.Mark;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** Scenarios in the open window, each by its gesture (WINDOW 12). */
@NeedsFonts
class LessonsWindowTest extends WindowFixture {

    private void choose(String title) {
        until(() -> isShown("#peer-139"));
        user.clickOn("#tab-lessons");
        until(() -> isShown("#lesson-choice"));
        ComboBox<Lesson> choice = user.lookup("#lesson-choice").queryComboBox();
        choice.getItems().stream()
                .filter(lesson -> lesson.title().contains(title))
                .findFirst()
                .ifPresent(choice::setValue);
    }

    private List<LessonLine> lines() {
        ListView<LessonLine> list = user.lookup("#lesson-lines").queryListView();
        return List.copyOf(list.getItems());
    }

    private Mark mark(int line) {
        return lines().get(line - 1).mark();
    }

    @Test
    void aLessonStopsAtTextsAndQuestionsAndShowsTheResultOfEachLine() {
        choose("for the tests");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card"));
        assertThat(text("#stop-text")).isEqualTo("Peer 139 will be killed.");
        assertThat(mark(2)).isEqualTo(Mark.NEXT);
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#stop-next");
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
        user.clickOn("#stop-prediction").write("104").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> mark(3) == Mark.DONE);
        assertThat(lines().get(2).what()).isEqualTo("You said '104'. Answer: 77 and 104");
        until(() -> text("#stop-text").equals("Healed."));
        assertThat(text("#stop-verdict")).isEqualTo("You said '104'. Answer: 77 and 104");
        assertThat(ring.commands()).containsExactly(new Command.Kill(List.of(id(139))));
        assertThat(mark(5)).isEqualTo(Mark.DONE);
        user.clickOn("#stop-next");
        until(() -> user.lookup("#lesson-stop").queryButton().isDisabled());
        assertThat(isShown("#stop-card")).isFalse();
        assertThat(text("#lesson-status")).startsWith("That was all");
    }

    @Test
    void aButtonThatCannotBePressedSaysWhy() {
        until(() -> isShown("#peer-139"));
        user.clickOn("#tab-lessons");
        until(() -> isShown("#lesson-choice"));
        assertThat(tooltip("#lesson-run")).isEqualTo("Choose a lesson or a scenario first.");
        assertThat(tooltip("#lesson-step")).isEqualTo(tooltip("#lesson-run"));
        assertThat(tooltip("#lesson-stop")).isEqualTo("No lesson is playing.");
        choose("for the tests");
        assertThat(tooltip("#lesson-run")).startsWith("Play on");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card"));
        assertThat(tooltip("#lesson-stop")).startsWith("Stop here");
        user.clickOn("#stop-next");
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
        user.clickOn("#stop-prediction").write("104").type(KeyCode.ENTER);
        until(() -> isDisabled("#lesson-run"));
        assertThat(tooltip("#lesson-run")).startsWith("The lesson is playing");
    }

    @Test
    void theWindowKeepsItsKeysWhileALessonSpeaks() {
        choose("for the tests");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card"));
        user.type(KeyCode.SPACE);
        until(() -> isShown("#past-banner"));
        assertThat(isShown("#stop-card")).isTrue();
    }

    @Test
    void stepByStepItWaitsBeforeEachLineAndStopLeavesTheRingAsItIs() {
        choose("for the tests");
        user.clickOn("#lesson-step");
        until(() -> mark(2) == Mark.NEXT);
        user.clickOn("#lesson-step");
        until(() -> mark(3) == Mark.NEXT);
        user.clickOn("#lesson-step");
        until(() -> mark(4) == Mark.NEXT);
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#lesson-stop");
        until(() -> user.lookup("#lesson-stop").queryButton().isDisabled());
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aLessonAsksBeforeItLetsARingLeaveForItsOwn() {
        choose("two of its own");
        user.clickOn("#lesson-run");
        until(() -> text("#lesson-status").startsWith("6 peers are not in this lesson"));
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#lesson-run");
        until(() -> text("#stop-text").equals("Only two are left."));
        assertThat(text("#alive-count")).startsWith("2 alive");
    }

    @Test
    void aScenarioWithAWrongLineSaysWhichAndDoesNothing() {
        choose("A line that is wrong");
        user.clickOn("#lesson-run");
        until(() -> text("#lesson-status").startsWith("wrong.txt:2: "));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aLessonIsRefusedTheSameActionsAsAButton() {
        choose("would refuse");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card"));
        user.clickOn("#stop-next");
        until(() -> mark(4) == Mark.FAILED);
        assertThat(text("#lesson-status")).isEqualTo("Peer 139 is paused: resume it first.");
        assertThat(ring.commands()).containsExactly(new Command.Pause(List.of(id(139))));
    }

    @Test
    void aLessonThatIsStoppedHalfWayGivesTheSettingsBack() {
        choose("Settings of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.TellAll(new PeerCommand.SetPingInterval(3_000)),
                        new Command.TellAll(new PeerCommand.SetLoss(0)));
        until(() -> text("#settings-at-a-glance").startsWith("Ping 3.0 s"));
        user.clickOn("#lesson-stop");
        until(() -> text("#settings-at-a-glance").startsWith("Ping 1.0 s"));
        assertThat(text("#lesson-status")).startsWith("Stopped: the rest was not run.");
        assertThat(ring.commands())
                .contains(
                        new Command.Tell(List.of(id(43)), new PeerCommand.SetPingInterval(1_000)),
                        new Command.Tell(List.of(id(43)), new PeerCommand.SetLoss(0.1)));
    }

    @Test
    void aLessonThatIsLeftForAnotherReportsNothingMore() {
        choose("for the tests");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card"));
        choose("Settings of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
        assertThat(lines()).extracting(LessonLine::mark).doesNotContain(Mark.FAILED);
        assertThat(user.lookup("#lesson-stop").queryButton().isDisabled()).isFalse();
        assertThat(mark(4)).isEqualTo(Mark.NEXT);
    }

    @Test
    void aQuestionThatIsLeftEmptyIsNotAnsweredWithAnEarlierPrediction() {
        choose("for the tests");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card"));
        user.clickOn("#stop-next");
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
        user.clickOn("#stop-prediction").write("236").type(KeyCode.ENTER);
        until(() -> text("#stop-text").equals("Healed."));
        choose("Settings of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
        user.clickOn("#lesson-run");
        until(() -> text("#stop-text").equals("Stop here."));
        assertThat(text("#stop-verdict")).isEqualTo("Answer: all");
    }

    @Test
    void enterGoesOnWhereALessonOnlySpeaks() {
        choose("for the tests");
        user.clickOn("#lesson-run");
        until(() -> text("#stop-text").equals("Peer 139 will be killed."));
        key(KeyCode.ENTER);
        until(() -> isShown("#stop-card") && isShown("#stop-prediction"));
    }
}
