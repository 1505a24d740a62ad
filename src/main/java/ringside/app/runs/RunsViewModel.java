package ringside.app.runs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.app.base.Texts;
import ringside.runs.PastRun;
import ringside.runs.PastRuns;
import ringside.runs.RunNotes;
import ringside.runs.RunNotesFile;
import ringside.runs.RunSummary;

/**
 * The runs on this machine. The disk is read and written by a worker, one task after another.
 * JavaFX thread only.
 */
public final class RunsViewModel {

    private final PastRuns runs;
    private final Executor worker;
    private final Executor screen;
    private final LongSupplier clockMs;
    private final Consumer<String> say;
    private final ObservableList<RunLine> lines = FXCollections.observableArrayList();

    /** Work that waits for the disk. */
    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }

    /**
     * Creates a list that is empty until the disk is read.
     *
     * @param worker runs slow work, one task after another
     * @param screen runs work on the JavaFX thread
     * @param clockMs supplies the time in ms since 1970
     * @param say shows what went wrong
     */
    public RunsViewModel(
            PastRuns runs,
            Executor worker,
            Executor screen,
            LongSupplier clockMs,
            Consumer<String> say) {
        this.runs = runs;
        this.worker = worker;
        this.screen = screen;
        this.clockMs = clockMs;
        this.say = say;
    }

    /** The runs, newest first. */
    ObservableList<RunLine> lines() {
        return lines;
    }

    /** Reads the list again, and then what happened in each run. */
    public void refresh() {
        work(runs::list, this::show);
    }

    private void show(List<PastRun> found) {
        long now = clockMs.getAsLong();
        lines.setAll(found.stream().map(run -> new RunLine(run, now)).toList());
        lines.forEach(this::count);
    }

    private void count(RunLine line) {
        worker.execute(() -> {
            try {
                RunSummary summary = PastRuns.summaryOf(line.run().recording());
                screen.execute(() -> line.show(summary));
            } catch (IOException e) {
                screen.execute(() -> line.showProblem(said("runs.unreadable", e)));
            }
        });
    }

    private static String said(String key, IOException why) {
        return Texts.text(key, String.valueOf(why.getMessage()));
    }

    /** Gives a run a name. */
    void name(RunLine line, String name) {
        if (!name.equals(line.nameProperty().get())) {
            change(line, notes -> notes.named(name));
        }
    }

    /** Keeps a run for good, or no longer. */
    void toggleKept(RunLine line) {
        change(line, RunNotes::toggled);
    }

    private void change(RunLine line, UnaryOperator<RunNotes> change) {
        work(() -> new RunNotesFile(line.run().recording()).change(change), line::show);
    }

    /** Deletes a run that is over. */
    void delete(RunLine line) {
        work(
                () -> {
                    PastRuns.delete(line.run());
                    return line;
                },
                lines::remove);
    }

    private <T> void work(DiskWork<T> work, Consumer<T> then) {
        worker.execute(() -> {
            try {
                T done = work.run();
                screen.execute(() -> then.accept(done));
            } catch (IOException e) {
                screen.execute(() -> say.accept(said("runs.failed", e)));
            }
        });
    }
}
