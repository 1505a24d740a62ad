package ringside.app.comparison;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.Texts;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.status.EventSource;
import ringside.timeline.Playhead.Source;

/**
 * A second recording that follows the first: both are shown at the same time since their own start.
 * JavaFX thread only.
 */
public final class ComparisonViewModel {

    /** Events read per frame: the first history is folded in the same frame. */
    private static final int MOST_ENTRIES_A_FRAME = 1_500;

    private final ReadOnlyStringWrapper heading;
    private final String name;
    private final Supplier<String> problem;
    private final Runnable stopReading;
    private final RunViewModel run;

    /**
     * Begins to read a recording.
     *
     * @param name name of the recording, for its heading
     * @param problem supplies the error of the recording in one sentence; empty without one
     * @param stopReading called when the recording is closed
     * @param leading the run that this one follows
     * @param worker runs slow work, one task after another
     */
    public ComparisonViewModel(
            String name,
            Supplier<String> problem,
            EventSource recording,
            Runnable stopReading,
            RunViewModel leading,
            Executor worker) {
        this.name = name;
        this.problem = problem;
        this.heading = new ReadOnlyStringWrapper(name);
        this.stopReading = stopReading;
        this.run =
                new RunViewModel(
                        new RingFeed(recording), Source.RECORDED, worker, Optional.empty());
        run.follow(leading);
    }

    /** Moves to the moment of the leading run; called once a frame, after that one. */
    public void onFrame(long nowMicros) {
        run.feed().advance(MOST_ENTRIES_A_FRAME);
        run.advanceTo(nowMicros);
        run.showMoment();
        String wrong = problem.get();
        heading.set(wrong.isEmpty() ? name : Texts.text("status.and", name, wrong));
    }

    public void close() {
        run.stopFollowing();
        stopReading.run();
    }

    /** The name of the recording, and its error if there is one. */
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** The model of the recorded run; its timeline is on the common axis. */
    public RunViewModel run() {
        return run;
    }
}
