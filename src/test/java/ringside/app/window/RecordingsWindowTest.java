package ringside.app.window;

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
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.recording.RecordingWriter;
import ringside.runs.RunNotesFile;
import ringside.status.Command;
import ringside.status.StatusEntry;

/** Recordings are opened, saved and shown side by side, each by its gesture (WINDOW 15). */
@NeedsFonts
class RecordingsWindowTest extends WindowFixture {

    /** Records ten seconds of a ring of three, in the file that the user will choose. */
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

    private void compare() throws IOException {
        record();
        until(() -> isShown("#peer-43"));
        key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> isShown("#peer-105"));
    }

    @Test
    void aSecondRecordingStandsBesideTheRingAtItsOwnSameTime() throws IOException {
        compare();
        assertThat(text("#comparison-name")).isEqualTo("chosen.ringside");
        user.clickOn("#comparison-close");
        until(() -> user.lookup("#comparison").tryQuery().isEmpty());
        assertThat(isShown("#peer-43")).isTrue();
    }

    @Test
    void theOtherViewsShowTheRingThatIsClicked() throws IOException {
        compare();
        select(105);
        assertThat(user.lookup("#drop-segment").tryQuery()).isEmpty();
        select(43);
        assertThat(user.lookup("#drop-segment").tryQuery()).isPresent();
        select(205);
        user.clickOn("#comparison-close");
        until(() -> text("#inspector-title").equals("Peer 43"));
    }

    @Test
    void theSecondRingIsDrawnLikeTheFirst() throws IOException {
        compare();
        until(() -> isShown("#comparison-ring .edge.second-successor"));
        key(KeyCode.DIGIT2);
        until(() -> !isShown("#comparison-ring .edge.second-successor"));
    }

    @Test
    void anEventOfTheSecondLeadsBothToItsMoment() throws IOException {
        compare();
        select(105);
        user.clickOn(user.lookup("#events .list-cell").nth(1).<Node>query());
        until(() -> isShown("#comparison #explanation-card"));
        until(() -> isShown("#past-banner"));
    }

    @Test
    void twoRunsAreShownWhereTheyPart() throws IOException {
        compare();
        user.clickOn("#comparison-difference");
        String words =
                "Here the two runs part, at peer 5: nothing like it happened in the first one.";
        until(() -> text("#window-notice").equals(words));
        until(() -> isShown("#comparison #explanation-card"));
    }

    @Test
    void theTimeOfTheSecondStandsThereWholeAlsoAfterItsEnd() throws IOException {
        compare();
        Label time = user.lookup("#comparison .comparison-time").query();
        until(() -> time.getText().length() > "00:00.000".length());
        assertThat(time.getWidth()).isGreaterThanOrEqualTo(time.prefWidth(-1));
    }

    @Test
    void aPeerOfARecordingCanBeAskedAboutAndNothingElse() throws IOException {
        compare();
        user.clickOn("#peer-105", MouseButton.SECONDARY);
        until(() -> isShown("#menu-log"));
        assertThat(user.lookup("#menu-kill").tryQuery()).isEmpty();
        user.clickOn("#menu-log");
        until(() -> isInSight("#output"));
        assertThat(text("#inspector-title")).isEqualTo("Peer 105");
    }

    private void openAnotherFile() {
        key(KeyCode.CONTROL, KeyCode.O);
        until(() -> isShown("#runs-file"));
        user.clickOn("#runs-file");
    }

    @Test
    void theRunsAreListedNamedAndOpened() throws IOException {
        record();
        Path run = Files.createDirectories(saved.resolve("runs").resolve("2026-03-01T12-00-00"));
        Files.copy(saved.resolve("chosen.ringside"), run.resolve("ring.ringside"));
        until(() -> isShown("#peer-43"));
        key(KeyCode.CONTROL, KeyCode.O);
        until(() -> isShown(".run") && text(".run-happened").contains(" peers"));
        assertThat(isShown(".run-compare")).isTrue();
        user.clickOn(".run-name").write("the heal");
        key(KeyCode.ENTER);
        until(() ->
                new RunNotesFile(run.resolve("ring.ringside")).read().name().equals("the heal"));
        user.clickOn(".run-open");
        until(() -> title("2026-03-01T12-00-00 \u00b7 Ringside"));
        assertThat(user.lookup("#peer-105").query().getScene().getStylesheets())
                .isEqualTo(stage().getScene().getStylesheets());
        user.interact(() -> user.lookup("#peer-105").query().getScene().getWindow().hide());
    }

    @Test
    void aBookmarkIsKeptBesideTheRecordingAndLeadsBack() throws IOException {
        Path run = Files.createDirectory(saved.resolve("run")).resolve("ring.ringside");
        until(() -> isShown("#peer-43"));
        key(KeyCode.B);
        until(() -> isShown("#bookmark-word"));
        user.write("look here");
        key(KeyCode.ENTER);
        until(() -> isShown(".timeline-bookmark"));
        until(() -> new RunNotesFile(run).read().bookmarks().size() == 1);
        key(KeyCode.B);
        until(() -> isShown(".bookmark-go"));
        user.clickOn(".bookmark-go");
        until(() -> isShown("#past-banner"));
        key(KeyCode.B);
        user.clickOn(".bookmark-remove");
        until(() -> !isShown(".timeline-bookmark"));
    }

    @Test
    void aRecordingOpensInAWindowOfItsOwnWithoutProcesses() throws IOException {
        record();
        until(() -> isShown("#peer-43"));
        openAnotherFile();
        until(() -> title("chosen.ringside · Ringside"));
        Window.getWindows().stream()
                .filter(window -> isTitled(window, "chosen.ringside · Ringside"))
                .toList()
                .forEach(Window::hide);
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aRecordingOffersOnlyPossibleActions() throws IOException {
        record();
        until(() -> isShown("#peer-43"));
        openAnotherFile();
        until(() -> isShown("#peer-105"));
        user.interact(stage()::hide);
        until(() -> user.lookup("#peer-43").tryQuery().isEmpty());
        assertThat(user.lookup("#hints .hint-how").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Right click")
                .doesNotContain("K", "Lessons");
        user.clickOn("#settings");
        until(() -> isShown("#settings-theme-dark"));
        assertThat(user.lookup("#settings-misses").tryQuery()).isEmpty();
        user.interact(() -> user.lookup("#peer-105").query().getScene().getWindow().hide());
    }

    private static boolean title(String title) {
        return Window.getWindows().stream().anyMatch(window -> isTitled(window, title));
    }

    private static boolean isTitled(Window window, String title) {
        return window instanceof Stage stage && title.equals(stage.getTitle());
    }

    @Test
    void aFileThatIsNoRecordingIsRefusedWithTheReason() throws IOException {
        Files.writeString(saved.resolve("chosen.ringside"), "hello");
        until(() -> isShown("#peer-43"));
        openAnotherFile();
        until(() -> isShown("#window-notice"));
        assertThat(text("#window-notice")).contains("is no recording of Ringside");
    }

    @Test
    void aSavedRunCanBeReadAgain() {
        until(() -> isShown("#peer-43"));
        key(KeyCode.CONTROL, KeyCode.S);
        until(() -> isShown("#window-notice"));
        assertThat(text("#window-notice")).startsWith("Saved ");
        assertThat(saved.resolve("saved.ringside")).isNotEmptyFile();
    }

    @Test
    void theHeadingOfASecondRecordingNamesItsFault() throws IOException {
        record();
        Path file = saved.resolve("chosen.ringside");
        Files.writeString(file, Files.readString(file) + "no event\n");
        until(() -> isShown("#peer-43"));
        key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> text("#comparison-name").contains("damaged lines were passed by"));
    }

    @Test
    void aKeyForAPeerOfARecordingSaysThatItHasNoProcesses() throws IOException {
        compare();
        select(105);
        key(KeyCode.K);
        until(() -> text("#window-notice").startsWith("This is a recording"));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void buttonsAndKeysActOnTheRingThatTheUserTurnedToLast() throws IOException {
        compare();
        select(43);
        select(105);
        until(() -> isDisabled("#kill") && isDisabled("#add-peer"));
        assertThat(tooltip("#kill")).startsWith("This is a recording");
        assertThat(tooltip("#add-peer")).isEqualTo(tooltip("#kill"));
        key(KeyCode.A);
        until(() -> text("#window-notice").equals(tooltip("#add-peer")));
        assertThat(ring.commands()).isEmpty();
        select(43);
        until(() -> !isDisabled("#kill") && !isDisabled("#add-peer"));
        key(KeyCode.K);
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(43)))));
    }

    @Test
    void aCommandIsForTheRunningRingWhateverIsLookedAt() throws IOException {
        compare();
        select(105);
        user.clickOn("#command").write("kill 43");
        key(KeyCode.ENTER);
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(43)))));
    }

    @Test
    void theStatusLineCountsTheRunningPeersWhateverMomentIsShown() throws IOException {
        compare();
        select(105);
        ring.carryOut(new Command.Kill(List.of(id(139)))).join();
        until(() -> status().startsWith("7 peers run"));
    }

    private String status() {
        return user.lookup("#status").queryAs(StatusBar.class).getText();
    }
}
