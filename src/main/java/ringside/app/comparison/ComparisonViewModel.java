package ringside.app.comparison;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.status.EventSource;
import ringside.timeline.FirstDifference;
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
    private final RunViewModel leading;
    private final Executor worker;
    private final Consumer<String> say;
    private @Nullable CompletableFuture<Optional<FirstDifference>> search;

    /**
     * Begins to read a recording.
     *
     * @param name name of the recording, for its heading
     * @param problem supplies the error of the recording in one sentence; empty without one
     * @param stopReading called when the recording is closed
     * @param leading the run that this one follows
     * @param worker runs slow work, one task after another
     * @param say shows a sentence
     */
    public ComparisonViewModel(
            String name,
            Supplier<String> problem,
            EventSource recording,
            Runnable stopReading,
            RunViewModel leading,
            Executor worker,
            Consumer<String> say) {
        this.name = name;
        this.problem = problem;
        this.heading = new ReadOnlyStringWrapper(name);
        this.stopReading = stopReading;
        this.leading = leading;
        this.worker = worker;
        this.say = say;
        this.run =
                new RunViewModel(
                        new RingFeed(recording), Source.RECORDED, worker, Optional.empty());
        run.follow(leading);
    }

    /** Moves to the moment of the leading run; called once a frame, after that one. */
    public void onFrame(long nowMicros) {
        run.feed().advance(MOST_ENTRIES_A_FRAME, nowMicros);
        run.advanceTo(nowMicros);
        run.showMoment();
        CompletableFuture<Optional<FirstDifference>> asked = search;
        if (asked != null && asked.isDone()) {
            search = null;
            say.accept(show(asked.join()));
        }
        String wrong = problem.get();
        heading.set(wrong.isEmpty() ? name : Texts.text("status.and", name, wrong));
    }

    /**
     * Looks for the first difference of the two runs; the frame after that shows both at it, and
     * says where it is.
     */
    public void goToFirstDifference() {
        FirstDifference.Run first = FirstDifference.Run.of(leading.feed().history());
        FirstDifference.Run second = FirstDifference.Run.of(run.feed().history());
        search =
                CompletableFuture.supplyAsync(() -> FirstDifference.between(first, second), worker);
    }

    private String show(Optional<FirstDifference> found) {
        if (found.isEmpty()) {
            return Texts.text("comparison.same");
        }
        FirstDifference difference = found.get();
        int one = difference.one().orElse(0);
        int other = difference.other().orElse(0);
        if (one > 0 && other > 0) {
            run.align(other, one);
        }
        if (other > 0) {
            run.explanations().explain(other);
        }
        if (one > 0) {
            leading.explanations().explain(one);
        }
        String key =
                one == 0
                        ? "comparison.parts.second"
                        : other == 0 ? "comparison.parts.first" : "comparison.parts";
        return Texts.text(key, difference.peer());
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
