package ringside.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.app.base.DiskWork;
import ringside.app.base.Texts;
import ringside.runs.PastRun;
import ringside.runs.PastRuns;
import ringside.runs.RunNotes;
import ringside.runs.RunNotesFile;

/**
 * The runs on this machine. The disk is read and written by a worker, one task after another.
 * JavaFX thread only.
 */
public final class RunsViewModel {

    private final PastRuns runs;
    private final Path shown;
    private final DiskWork disk;
    private final LongSupplier clockMs;
    private final Consumer<String> say;
    private final ObservableList<RunLine> lines = FXCollections.observableArrayList();

    /**
     * Creates a list that is empty until the disk is read.
     *
     * @param shown the recording of the run that this window shows
     * @param clockMs supplies the time in ms since 1970
     * @param say shows what went wrong
     */
    public RunsViewModel(
            PastRuns runs, Path shown, DiskWork disk, LongSupplier clockMs, Consumer<String> say) {
        this.runs = runs;
        this.shown = shown.toAbsolutePath().normalize();
        this.disk = disk;
        this.clockMs = clockMs;
        this.say = say;
    }

    /** The runs, newest first. */
    ObservableList<RunLine> lines() {
        return lines;
    }

    /** Returns whether a run is the one that this window shows. */
    boolean isShown(RunLine line) {
        return line.run().recording().toAbsolutePath().normalize().equals(shown);
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
        disk.begin(
                () -> PastRuns.summaryOf(line.run().recording()),
                line::show,
                why -> line.showProblem(Texts.text("runs.unreadable", why)));
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

    private <T> void work(DiskWork.Task<T> task, Consumer<T> done) {
        disk.begin(task, done, why -> say.accept(Texts.text("runs.failed", why)));
    }
}
