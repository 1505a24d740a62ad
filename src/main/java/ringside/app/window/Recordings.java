package ringside.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import ringside.app.base.Desktop;
import ringside.app.base.FailureLog;
import ringside.app.base.Frames;
import ringside.app.base.Texts;
import ringside.app.comparison.ComparisonViewModel;
import ringside.app.run.RunViewModel;
import ringside.recording.RecordingWriter;
import ringside.status.StatusEntry;

/** Opens recordings in windows of their own and saves the run of a window. JavaFX thread only. */
final class Recordings {

    private final Stage owner;
    private final Desktop desktop;
    private final Supplier<WindowMemory> looks;
    private final Frames frames;
    private final RunViewModel run;
    private final ComparisonPane comparison;
    private final Executor worker;
    private final Consumer<String> say;

    /**
     * Creates the actions of a window.
     *
     * @param looks supplies how a window that is opened looks at first
     * @param frames of every window that is opened
     * @param run of the window, whose moment a second recording follows
     * @param comparison shows the second recording
     * @param worker runs slow work, one task after another
     * @param say shows the outcome
     */
    Recordings(
            Stage owner,
            Desktop desktop,
            Supplier<WindowMemory> looks,
            Frames frames,
            RunViewModel run,
            ComparisonPane comparison,
            Executor worker,
            Consumer<String> say) {
        this.comparison = comparison;
        this.worker = worker;
        this.owner = owner;
        this.desktop = desktop;
        this.looks = looks;
        this.frames = frames;
        this.run = run;
        this.say = say;
    }

    /** Asks the user for a recording, and opens it in a window of its own. */
    void open() {
        desktop.chooseRecording(owner).ifPresent(this::open);
    }

    /** Opens a recording in a window of its own. */
    void open(Path file) {
        read(
                file,
                (replay, recording) -> {
                    WindowOptions options = new WindowOptions(replay, recording, replay::problem);
                    Stage stage = new Stage();
                    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> replay.close());
                    new RingWindow(options, stage, desktop, looks.get(), frames).show();
                });
    }

    private void read(Path file, BiConsumer<Replay, WindowOptions.Recording> show) {
        try {
            show.accept(Replay.open(file), new WindowOptions.Recording(file));
        } catch (IOException e) {
            say.accept(Texts.text("recording.cannotOpen", String.valueOf(e.getMessage())));
        }
    }

    /** Asks the user for a recording, and shows it beside this run. */
    void compare() {
        desktop.chooseRecording(owner).ifPresent(this::compare);
    }

    /** Shows a recording beside this run, at the same time since its start. */
    void compare(Path file) {
        read(
                file,
                (replay, recording) ->
                        comparison.show(
                                new ComparisonViewModel(
                                        recording.name(),
                                        replay::problem,
                                        replay,
                                        replay::close,
                                        run,
                                        worker,
                                        say)));
    }

    /**
     * Asks the user for a file, and saves all that is known into it without waiting for the disk.
     */
    void save() {
        desktop.chooseRecordingToSave(owner)
                .ifPresent(file -> {
                    List<StatusEntry> entries = run.feed().entries();
                    var _ =
                            CompletableFuture.supplyAsync(() -> write(entries, file))
                                    .whenComplete(FailureLog.OF_PROGRAM::noticeFailure)
                                    .thenAccept(said -> Platform.runLater(() -> say.accept(said)));
                });
    }

    private static String write(List<StatusEntry> entries, Path file) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (StatusEntry entry : entries) {
                writer.write(entry);
            }
        } catch (IOException e) {
            return Texts.text("recording.failed", e);
        }
        return Texts.text("recording.saved", file, entries.size());
    }
}
