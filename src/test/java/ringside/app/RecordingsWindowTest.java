package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.recording.RecordingWriter;
import ringside.status.StatusEntry;

/** Recordings are opened, saved and laid side by side, each by its gesture (WINDOW part 5). */
@NeedsFonts
class RecordingsWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    /** Ten seconds of a ring of three, in the file that the user will choose. */
    private void record() throws IOException {
        long[] now = {1_000_000_000L};
        ScriptedRing other = new ScriptedRing(() -> now[0], 5, 105, 205);
        List<StatusEntry> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            now[0] += 100_000;
            other.drain(entries::add, Integer.MAX_VALUE);
        }
        Path file = saved.resolve("chosen.ringside");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (StatusEntry entry : entries) {
                writer.write(entry);
            }
        }
    }

    private void openBeside(FxRobot robot) throws IOException {
        record();
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> isShown(robot, "#peer-105"));
    }

    @Test
    void aSecondRecordingStandsBesideTheRingAtItsOwnSameTime(FxRobot robot) throws IOException {
        openBeside(robot);
        assertThat(text(robot, "#beside-name")).isEqualTo("chosen.ringside");
        robot.clickOn("#beside-close");
        until(() -> robot.lookup("#beside").tryQuery().isEmpty());
        assertThat(isShown(robot, "#peer-43")).isTrue();
    }

    @Test
    void whicheverRingIsClickedIsToldOfInTheOtherRooms(FxRobot robot) throws IOException {
        openBeside(robot);
        select(robot, 105);
        assertThat(robot.lookup("#drop-segment").tryQuery()).isEmpty();
        select(robot, 43);
        assertThat(robot.lookup("#drop-segment").tryQuery()).isPresent();
        select(robot, 205);
        robot.clickOn("#beside-close");
        until(() -> text(robot, "#inspector-title").equals("Peer 43"));
    }

    @Test
    void theSecondRingIsDrawnLikeTheFirst(FxRobot robot) throws IOException {
        openBeside(robot);
        until(() -> isShown(robot, "#ring-beside .edge.second-successor"));
        key(robot, KeyCode.DIGIT2);
        until(() -> !isShown(robot, "#ring-beside .edge.second-successor"));
    }

    @Test
    void anEventOfTheSecondLeadsBothToItsMoment(FxRobot robot) throws IOException {
        openBeside(robot);
        select(robot, 105);
        robot.clickOn(robot.lookup("#events .list-cell").nth(1).<Node>query());
        until(() -> isShown(robot, "#beside #why-card"));
        until(() -> isShown(robot, "#past-banner"));
    }

    @Test
    void aPeerOfARecordingCanBeAskedAboutAndNothingElse(FxRobot robot) throws IOException {
        openBeside(robot);
        robot.clickOn("#peer-105", MouseButton.SECONDARY);
        until(() -> isShown(robot, "#menu-log"));
        assertThat(robot.lookup("#menu-kill").tryQuery()).isEmpty();
        robot.clickOn("#menu-log");
        until(() -> isInSight(robot, "#output"));
        assertThat(text(robot, "#inspector-title")).isEqualTo("Peer 105");
    }

    @Test
    void aRecordingOpensInAWindowOfItsOwnWithoutProcesses(FxRobot robot) throws IOException {
        record();
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.CONTROL, KeyCode.O);
        until(() -> title("chosen.ringside · Ringside"));
        WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () ->
                        Window.getWindows().stream()
                                .filter(window -> isTitled(window, "chosen.ringside · Ringside"))
                                .toList()
                                .forEach(Window::hide));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aRecordingOffersWhatCanBeDoneWithIt(FxRobot robot) throws IOException {
        record();
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.CONTROL, KeyCode.O);
        until(() -> isShown(robot, "#peer-105"));
        robot.interact(stage()::hide);
        until(() -> robot.lookup("#peer-43").tryQuery().isEmpty());
        assertThat(robot.lookup("#hints .hint-how").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Right click")
                .doesNotContain("K", "Lessons");
        robot.clickOn("#settings");
        until(() -> isShown(robot, "#settings-theme-dark"));
        assertThat(robot.lookup("#settings-misses").tryQuery()).isEmpty();
        robot.interact(() -> robot.lookup("#peer-105").query().getScene().getWindow().hide());
    }

    private static boolean title(String title) {
        return WaitForAsyncUtils.waitForAsyncFx(
                LONG.toMillis(),
                () -> Window.getWindows().stream().anyMatch(window -> isTitled(window, title)));
    }

    private static boolean isTitled(Window window, String title) {
        return window instanceof Stage stage && title.equals(stage.getTitle());
    }

    @Test
    void aFileThatIsNoRecordingIsToldSo(FxRobot robot) throws IOException {
        Files.writeString(saved.resolve("chosen.ringside"), "hello");
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.CONTROL, KeyCode.O);
        until(() -> isShown(robot, "#said"));
        assertThat(text(robot, "#said")).contains("is no recording of Ringside");
    }

    @Test
    void whatIsKnownIsSavedAndCanBeReadAgain(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.CONTROL, KeyCode.S);
        until(() -> isShown(robot, "#said"));
        assertThat(text(robot, "#said")).startsWith("Saved ");
        assertThat(saved.resolve("saved.ringside")).isNotEmptyFile();
    }

    @Test
    void whatIsWrongWithASecondRecordingStandsInItsHeading(FxRobot robot) throws IOException {
        record();
        Path file = saved.resolve("chosen.ringside");
        Files.writeString(file, Files.readString(file) + "no event\n");
        until(() -> isShown(robot, "#peer-43"));
        key(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> text(robot, "#beside-name").contains("damaged lines were passed by"));
    }
}
