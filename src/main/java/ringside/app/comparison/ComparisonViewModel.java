package ringside.app.comparison;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.Texts;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.app.timeline.TimelineViewModel;
import ringside.supervisor.EventSource;
import ringside.timeline.Playhead.Source;

/**
 * A second recording that goes with the first: both are shown as long after their own beginning.
 * For the JavaFX thread.
 */
public final class ComparisonViewModel {

    /** Events taken for one frame: the first history is folded in the same frame. */
    private static final int MOST_ENTRIES_A_FRAME = 1_500;

    private final ReadOnlyStringWrapper heading;
    private final String name;
    private final Supplier<String> trouble;
    private final Runnable stopReading;
    private final RunViewModel run;

    /**
     * Begins to read.
     *
     * @param name of the recording, for its heading
     * @param trouble tells what was wrong with it, one sentence; empty while nothing was
     * @param stopReading called when it is not looked at any more
     * @param leading whose moment decides
     * @param worker does what takes its time, one after another
     */
    public ComparisonViewModel(
            String name,
            Supplier<String> trouble,
            EventSource recording,
            Runnable stopReading,
            TimelineViewModel leading,
            Executor worker) {
        this.name = name;
        this.trouble = trouble;
        this.heading = new ReadOnlyStringWrapper(name);
        this.stopReading = stopReading;
        this.run = new RunViewModel(new RingFeed(recording), Source.RECORDED, worker);
        run.timeline().follow(leading);
    }

    /** Goes to the moment of the leading one, once a frame after it. */
    public void frame(long nowMicros) {
        run.feed().advance(MOST_ENTRIES_A_FRAME);
        run.frame(nowMicros);
        run.update();
        String wrong = trouble.get();
        heading.set(wrong.isEmpty() ? name : Texts.text("status.trouble", name, wrong));
    }

    /** It is not looked at any more. */
    public void close() {
        run.timeline().stopFollowing();
        stopReading.run();
    }

    /** What it is called, and what was wrong with it. */
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** All that is told of it; its timeline is on the common axis. */
    public RunViewModel run() {
        return run;
    }
}
