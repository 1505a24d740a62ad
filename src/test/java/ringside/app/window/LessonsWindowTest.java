package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
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
        until(() -> isShown("#lesson-script"));
        ListView<Lesson> list = user.lookup("#lesson-list").queryListView();
        user.interact(() ->
                list.getItems().stream()
                        .filter(lesson -> lesson.title().contains(title))
                        .findFirst()
                        .ifPresent(lesson -> {
                            list.getSelectionModel().select(lesson);
                            list.scrollTo(lesson);
                        }));
    }

    private void play(String title) {
        choose(title);
        user.clickOn("#lesson-run");
    }

    private void showScript() {
        user.clickOn("#lesson-script");
        until(() -> isShown("#lesson-lines"));
    }

    private boolean isAtQuestion() {
        return isShown("#card-prediction");
    }

    private List<LessonLine> lines() {
        if (user.lookup("#lesson-lines").tryQuery().isEmpty()) {
            showScript();
        }
        ListView<LessonLine> list = user.lookup("#lesson-lines").queryListView();
        return List.copyOf(list.getItems());
    }

    private Mark mark(int line) {
        return lines().get(line - 1).mark();
    }

    @Test
    void aLessonStopsAtTextsAndQuestionsAndJudgesThePrediction() {
        choose("for the tests");
        showScript();
        user.clickOn("#lesson-run");
        until(() -> text("#card-text").equals("Peer 139 will be killed."));
        assertThat(text("#card-lesson")).isEqualTo("Lesson 10 of 10");
        assertThat(text("#card-title")).isEqualTo("For the tests of the window");
        assertThat(text("#card-progress")).isEqualTo("Step 1 of 3");
        assertThat(mark(2)).isEqualTo(Mark.NEXT);
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#card-next");
        until(() -> isAtQuestion());
        user.clickOn("#card-prediction").write("104").type(KeyCode.ENTER);
        until(() -> text("#card-text").equals("Healed."));
        assertThat(text("#card-verdict"))
                .isEqualTo("Not quite: 77 and 104, because they ping it. You said '104'.");
        assertThat(lines().get(2).what()).isEqualTo(text("#card-verdict"));
        assertThat(ring.commands()).containsExactly(new Command.Kill(List.of(id(139))));
        assertThat(mark(5)).isEqualTo(Mark.DONE);
        user.clickOn("#card-next");
        until(() -> text("#card-text").startsWith("That was all"));
        assertThat(text("#card-progress")).isEqualTo("The end");
    }

    @Test
    void enterPlaysTheChosenLessonFromTheListAndGoesOn() {
        choose("for the tests");
        user.interact(() -> user.lookup("#lesson-list").query().requestFocus());
        user.type(KeyCode.ENTER);
        until(() -> text("#card-text").equals("Peer 139 will be killed."));
        user.type(KeyCode.ENTER);
        until(() -> isAtQuestion());
    }

    @Test
    void aButtonThatCannotBePressedSaysWhy() {
        until(() -> isShown("#peer-139"));
        user.clickOn("#tab-lessons");
        until(() -> isShown("#lesson-list"));
        assertThat(tooltip("#lesson-run")).isEqualTo("Choose a lesson or a scenario first.");
        assertThat(tooltip("#lesson-step")).isEqualTo(tooltip("#lesson-run"));
        assertThat(tooltip("#lesson-stop")).isEqualTo("No lesson is playing.");
        choose("for the tests");
        assertThat(tooltip("#lesson-run")).startsWith("Play on");
        user.clickOn("#lesson-run");
        until(() -> !text("#card-text").isEmpty());
        assertThat(tooltip("#lesson-stop")).startsWith("Stop here");
        assertThat(tooltip("#card-back")).isEqualTo("There is no card before this one.");
        assertThat(tooltip("#card-again")).startsWith("This scenario has no ring of its own");
        user.clickOn("#card-next");
        until(() -> isAtQuestion());
        assertThat(tooltip("#card-back")).startsWith("The card before");
        user.clickOn("#card-prediction").write("104").type(KeyCode.ENTER);
        until(() -> isDisabled("#lesson-run"));
        assertThat(tooltip("#lesson-run")).startsWith("The lesson is playing");
        assertThat(tooltip("#card-next")).startsWith("The ring is at work");
    }

    @Test
    void theWindowKeepsItsKeysWhileALessonSpeaks() {
        play("for the tests");
        until(() -> !text("#card-text").isEmpty());
        user.type(KeyCode.SPACE);
        until(() -> isShown("#past-banner"));
        assertThat(isShown("#lesson-card")).isTrue();
        user.type(KeyCode.LEFT);
        user.type(KeyCode.RIGHT);
        assertThat(text("#card-text")).isEqualTo("Peer 139 will be killed.");
        user.type(KeyCode.END);
        until(() -> !isShown("#past-banner"));
        user.type(KeyCode.RIGHT);
        until(() -> isAtQuestion());
    }

    @Test
    void thePresentersKeysGoOnAndBackAlsoFromTheField() {
        play("for the tests");
        until(() -> !text("#card-text").isEmpty());
        user.type(KeyCode.PAGE_DOWN);
        until(() -> isFocused("#card-prediction"));
        user.type(KeyCode.PAGE_UP);
        assertThat(text("#card-text")).isEqualTo("Peer 139 will be killed.");
        assertThat(text("#card-notice")).isEqualTo("An earlier card. The ring has moved on since.");
        assertThat(isAtQuestion()).isFalse();
        user.type(KeyCode.PAGE_DOWN);
        until(() -> isFocused("#card-prediction"));
        user.type(KeyCode.PAGE_DOWN);
        until(() -> text("#card-text").equals("Healed."));
        user.clickOn("#card-dot-2");
        assertThat(text("#card-text")).isEqualTo("Who notices?");
        assertThat(text("#card-verdict")).isEqualTo("Answer: 77 and 104, because they ping it");
        assertThat(ring.commands()).containsExactly(new Command.Kill(List.of(id(139))));
    }

    @Test
    void whatIsTypedIntoTheCardIsNoKeyOfTheWindowAndEscLeavesIt() {
        select(201);
        play("for the tests");
        until(() -> !text("#card-text").isEmpty());
        user.type(KeyCode.PAGE_DOWN);
        until(() -> isFocused("#card-prediction"));
        user.write("kaq1");
        assertThat(ring.commands()).isEmpty();
        user.type(KeyCode.ESCAPE);
        until(() -> isFocused("#ring"));
        assertThat(text("#card-text")).isEqualTo("Who notices?");
        key(KeyCode.A);
        until(() -> !ring.commands().isEmpty());
    }

    @Test
    void aChoiceIsMadeByItsDigitAndHandsAreShownAsBars() {
        play("A ring of two of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#card-choices") && isShown("#card-choice-2"));
        user.clickOn("#card-hands-1").write("12");
        user.clickOn("#card-hands-2").write("8x1");
        user.type(KeyCode.ESCAPE);
        key(KeyCode.DIGIT1);
        key(KeyCode.DIGIT2);
        assertThat(isShown(".edge.first-successor"))
                .as("a digit that chooses leaves the edges alone")
                .isTrue();
        user.type(KeyCode.ENTER);
        until(() -> text("#card-text").equals("Only two are left."));
        assertThat(text("#card-verdict")).isEqualTo("Right: 2.");
        assertThat(text("#card-hands-right")).isEqualTo("81 of 93 were right.");
        assertThat(user.lookup(".hands-words").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .containsExactly("6: 12", "2 (right): 81");
    }

    @Test
    void noAnswerCanBeSeenBeforeItIsDue() {
        choose("for the tests");
        showScript();
        user.clickOn("#lesson-run");
        until(() -> !text("#card-text").isEmpty());
        user.type(KeyCode.PAGE_DOWN);
        until(() -> isAtQuestion());
        assertThat(everyWord()).contains("Who notices?").doesNotContain("they ping it");
    }

    /** Returns every text, accessible text and tooltip of the window. */
    private String everyWord() {
        StringBuilder words = new StringBuilder();
        for (Node node : stage().getScene().getRoot().lookupAll("*")) {
            words.append(node.getAccessibleText()).append('\n');
            if (node instanceof Labeled labeled) {
                words.append(labeled.getText()).append('\n');
            }
            Object tip = node.getProperties().get("javafx.scene.control.Tooltip");
            if (tip instanceof Tooltip told) {
                words.append(told.getText()).append('\n');
            }
        }
        return words.toString();
    }

    @Test
    void againFromHereBeginsAFreshRingAndStopsAtTheSameCard() {
        play("A ring of two of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#card-choice-2"));
        user.type(KeyCode.PAGE_DOWN);
        until(() -> text("#card-text").equals("Only two are left."));
        List<String> shown = texts("#card-text");
        user.clickOn("#card-again");
        until(() -> ring.commands().contains(new Command.Add(List.of(id(14), id(43)))));
        until(() -> text("#card-progress").equals("Step 2 of 2") && !isDisabled("#card-next"));
        assertThat(ring.commands()).contains(new Command.Kill(List.of(id(14), id(43))));
        assertThat(shown).doesNotContain("How many are left?");
        assertThat(text("#alive-count")).startsWith("2 alive");
    }

    @Test
    void theRingOfBeforeComesBackAtTheEnd() {
        play("A ring of two of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#card-choice-2"));
        user.type(KeyCode.PAGE_DOWN);
        until(() -> text("#card-text").equals("Only two are left."));
        user.type(KeyCode.PAGE_DOWN);
        until(() -> text("#card-next").equals("Give my ring back"));
        assertThat(text("#card-offer"))
                .isEqualTo(
                        "Before the lesson, these peers were the ring: 14 43 77 104 139 168 201"
                                + " 236.");
        user.type(KeyCode.ENTER);
        until(() -> text("#return-words").equals("Ring and settings are as before the lesson."));
        assertThat(text("#alive-count")).startsWith("8 alive");
        assertThat(isShown("#lesson-card")).isFalse();
    }

    @Test
    void aRingMayBeKeptInsteadAlsoWhenALessonIsStopped() {
        play("A ring of two of its own");
        user.clickOn("#lesson-run");
        until(() -> isShown("#card-choice-2"));
        user.clickOn("#lesson-stop");
        until(() -> isShown("#card-keep"));
        assertThat(text("#lesson-status")).startsWith("Stopped: the rest was not run.");
        int commands = ring.commands().size();
        user.clickOn("#card-keep");
        assertThat(text("#return-words")).isEqualTo("This ring stays.");
        assertThat(ring.commands()).hasSize(commands);
        assertThat(text("#alive-count")).startsWith("2 alive");
    }

    @Test
    void stepByStepItWaitsBeforeEachLine() {
        choose("for the tests");
        showScript();
        user.clickOn("#lesson-step");
        until(() -> mark(2) == Mark.NEXT);
        user.clickOn("#lesson-step");
        until(() -> mark(3) == Mark.NEXT);
        user.clickOn("#lesson-step");
        until(() -> mark(4) == Mark.NEXT);
        assertThat(text("#card-notice")).isEqualTo("The lesson waits before its next line.");
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#lesson-stop");
        until(() -> user.lookup("#lesson-stop").queryButton().isDisabled());
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aLessonAsksBeforeItLetsARingLeaveForItsOwn() {
        play("A ring of two of its own");
        until(() -> text("#lesson-status").startsWith("6 peers are not in this lesson"));
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#lesson-run");
        until(() -> isShown("#card-choice-2"));
        assertThat(text("#alive-count")).startsWith("2 alive");
    }

    @Test
    void aScenarioWithAWrongLineSaysWhichAndDoesNothing() {
        play("A line that is wrong");
        until(() -> text("#lesson-status").startsWith("wrong.txt:2: "));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aLessonIsRefusedTheSameActionsAsAButton() {
        play("would refuse");
        until(() -> !text("#card-text").isEmpty());
        user.clickOn("#card-next");
        until(() -> text("#card-text").startsWith("The lesson ends here"));
        assertThat(text("#lesson-status")).isEqualTo("Peer 139 is paused: resume it first.");
        assertThat(ring.commands()).containsExactly(new Command.Pause(List.of(id(139))));
    }

    @Test
    void aLessonThatIsStoppedHalfWayGivesTheSettingsBack() {
        play("Settings of its own");
        until(() -> isAtQuestion());
        assertThat(ring.commands())
                .containsExactly(
                        new Command.TellAll(new PeerCommand.SetPingInterval(3_000)),
                        new Command.TellAll(new PeerCommand.SetLoss(0)));
        until(() -> text("#settings-at-a-glance").startsWith("Ping 3.0 s"));
        user.clickOn("#lesson-stop");
        until(() -> text("#settings-at-a-glance").startsWith("Ping 1.0 s"));
        assertThat(text("#lesson-status")).startsWith("Stopped: the rest was not run.");
        assertThat(text("#return-words")).isEqualTo("Ring and settings are as before the lesson.");
        assertThat(ring.commands())
                .endsWith(
                        new Command.TellAll(new PeerCommand.SetLoss(0.1)),
                        new Command.TellAll(new PeerCommand.SetPingInterval(1_000)));
    }

    @Test
    void aLessonThatIsLeftForAnotherReportsNothingMore() {
        play("for the tests");
        until(() -> !text("#card-text").isEmpty());
        play("Settings of its own");
        until(() -> isAtQuestion());
        assertThat(lines()).extracting(LessonLine::mark).doesNotContain(Mark.FAILED);
        assertThat(user.lookup("#lesson-stop").queryButton().isDisabled()).isFalse();
        assertThat(text("#card-progress")).isEqualTo("Step 1 of 2");
    }

    @Test
    void aQuestionThatIsLeftEmptyIsNotJudged() {
        play("Settings of its own");
        until(() -> isAtQuestion());
        user.clickOn("#lesson-run");
        until(() -> text("#card-text").equals("Stop here."));
        assertThat(text("#card-verdict")).isEqualTo("Answer: all");
    }

    @Test
    void theCardStandsBesideTheRingAndIsLargerForTheProjector() {
        play("for the tests");
        until(() -> !text("#card-text").isEmpty());
        assertThat(right("#lesson-card")).isLessThanOrEqualTo(left("#ring"));
        double letters = user.lookup("#card-text").queryLabeled().getFont().getSize();
        key(KeyCode.F11);
        until(() -> isShown("#told"));
        assertThat(right("#lesson-card")).isLessThanOrEqualTo(left("#ring"));
        assertThat(user.lookup("#card-text").queryLabeled().getFont().getSize())
                .isGreaterThan(1.4 * letters);
        user.type(KeyCode.PAGE_DOWN);
        until(() -> isAtQuestion());
    }

    private double left(String query) {
        Node node = user.lookup(query).query();
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private double right(String query) {
        Node node = user.lookup(query).query();
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void theListShowsHowFarALessonWasPlayed() {
        play("for the tests");
        until(() -> !text("#card-text").isEmpty());
        until(() -> progress().contains("Step 1 of 3"));
        user.type(KeyCode.PAGE_DOWN);
        until(() -> isAtQuestion());
        user.type(KeyCode.PAGE_DOWN);
        until(() -> text("#card-text").equals("Healed."));
        user.type(KeyCode.PAGE_DOWN);
        until(() -> progress().contains("seen"));
        assertThat(isShown("#lesson-lines")).isFalse();
    }

    private List<String> progress() {
        ListView<Lesson> list = user.lookup("#lesson-list").queryListView();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        return user.lookup(".lesson-progress").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void enterGoesOnWhereALessonOnlySpeaks() {
        play("for the tests");
        until(() -> text("#card-text").equals("Peer 139 will be killed."));
        key(KeyCode.ENTER);
        until(() -> isAtQuestion());
    }
}
