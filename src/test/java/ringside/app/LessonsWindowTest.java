package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.app.lessons.Lesson;
import ringside.app.lessons.LessonLine.Mark;
import ringside.app.lessons.LessonLine;
import ringside.status.Command;

/** Scenarios in the open window, each by its gesture (WINDOW, scenarios). */
@NeedsFonts
class LessonsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static void choose(FxRobot robot, String title) {
        until(() -> isShown(robot, "#peer-139"));
        robot.clickOn("#tab-lessons");
        until(() -> isShown(robot, "#lesson-choice"));
        ComboBox<Lesson> choice = robot.lookup("#lesson-choice").queryComboBox();
        WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () ->
                        choice.getItems().stream()
                                .filter(lesson -> lesson.title().contains(title))
                                .findFirst()
                                .ifPresent(choice::setValue));
    }

    private static List<LessonLine> lines(FxRobot robot) {
        ListView<LessonLine> list = robot.lookup("#lesson-lines").queryListView();
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(), () -> List.copyOf(list.getItems()));
    }

    private static Mark mark(FxRobot robot, int line) {
        return lines(robot).get(line - 1).mark();
    }

    @Test
    void aLessonStopsWhereItSpeaksAndAsksAndShowsWhatCameOfEachLine(FxRobot robot) {
        choose(robot, "for the tests");
        robot.clickOn("#lesson-run");
        until(() -> isShown(robot, "#stop-card"));
        assertThat(text(robot, "#stop-text")).isEqualTo("Peer 139 will be killed.");
        assertThat(mark(robot, 2)).isEqualTo(Mark.NEXT);
        assertThat(ring.commands()).isEmpty();
        robot.clickOn("#stop-next");
        until(() -> isShown(robot, "#stop-prediction"));
        robot.clickOn("#stop-prediction").write("104").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> mark(robot, 3) == Mark.DONE);
        assertThat(lines(robot).get(2).what()).isEqualTo("You said '104'. Answer: 77 and 104");
        until(() -> text(robot, "#stop-text").equals("Healed."));
        assertThat(text(robot, "#stop-verdict")).isEqualTo("You said '104'. Answer: 77 and 104");
        assertThat(ring.commands()).containsExactly(new Command.Kill(List.of(id(139))));
        assertThat(mark(robot, 5)).isEqualTo(Mark.DONE);
        robot.clickOn("#stop-next");
        until(() -> robot.lookup("#lesson-stop").queryButton().isDisabled());
        assertThat(isShown(robot, "#stop-card")).isFalse();
        assertThat(text(robot, "#lesson-status")).startsWith("That was all");
    }

    @Test
    void whileALessonSpeaksTheKeysAreTheWindows(FxRobot robot) {
        choose(robot, "for the tests");
        robot.clickOn("#lesson-run");
        until(() -> isShown(robot, "#stop-card"));
        robot.type(KeyCode.SPACE);
        until(() -> isShown(robot, "#past-banner"));
        assertThat(isShown(robot, "#stop-card")).isTrue();
    }

    @Test
    void stepByStepItWaitsBeforeEachLineAndStopLeavesTheRingAsItIs(FxRobot robot) {
        choose(robot, "for the tests");
        robot.clickOn("#lesson-step");
        until(() -> mark(robot, 2) == Mark.NEXT);
        robot.clickOn("#lesson-step");
        until(() -> mark(robot, 3) == Mark.NEXT);
        robot.clickOn("#lesson-step");
        until(() -> mark(robot, 4) == Mark.NEXT);
        assertThat(ring.commands()).isEmpty();
        robot.clickOn("#lesson-stop");
        until(() -> robot.lookup("#lesson-stop").queryButton().isDisabled());
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aLessonAsksBeforeItLetsARingLeaveForItsOwn(FxRobot robot) {
        choose(robot, "two of its own");
        robot.clickOn("#lesson-run");
        until(() -> text(robot, "#lesson-status").startsWith("6 peers are not in this lesson"));
        assertThat(ring.commands()).isEmpty();
        robot.clickOn("#lesson-run");
        until(() -> text(robot, "#stop-text").equals("Only two are left."));
        assertThat(text(robot, "#alive-count")).startsWith("2 alive");
    }

    @Test
    void aScenarioWithAWrongLineSaysWhichAndDoesNothing(FxRobot robot) {
        choose(robot, "A line that is wrong");
        robot.clickOn("#lesson-run");
        until(() -> text(robot, "#lesson-status").startsWith("wrong.txt:2: "));
        assertThat(ring.commands()).isEmpty();
    }
}
