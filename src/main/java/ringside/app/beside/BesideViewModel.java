package ringside.app.beside;

import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.Texts;
import ringside.app.timeline.TimelineViewModel;
import ringside.model.RingState;
import ringside.status.StatusEntry;
import ringside.supervisor.RingControl;
import ringside.timeline.History;
import ringside.timeline.Marks;
import ringside.timeline.Playhead.Source;
import ringside.timeline.Stops;

/**
 * A second recording that goes with the first: both are shown as long after their own beginning. For
 * the JavaFX thread.
 */
public final class BesideViewModel {

    /** Events taken for one frame: the first history is folded in the same frame. */
    private static final int MOST_ENTRIES_A_FRAME = 1_500;

    private static final Stops NO_STOPS =
            new Stops() {
                @Override
                public OptionalInt after(int position) {
                    return OptionalInt.empty();
                }

                @Override
                public OptionalInt before(int position) {
                    return OptionalInt.empty();
                }
            };

    private final ReadOnlyStringWrapper heading;
    private final String name;
    private final Supplier<String> trouble;
    private final RingControl recording;
    private final TimelineViewModel leading;
    private final History history = new History(entry -> {});
    private final Marks marks = new Marks();
    private final TimelineViewModel timeline;
    private final Consumer<StatusEntry> take = this::take;
    private RingState shown = RingState.EMPTY;

    /**
     * Begins to read.
     *
     * @param name of the recording, for its heading
     * @param trouble tells what was wrong with it, one sentence; empty while nothing was
     * @param leading whose moment decides
     */
    public BesideViewModel(
            String name,
            Supplier<String> trouble,
            RingControl recording,
            TimelineViewModel leading) {
        this.name = name;
        this.trouble = trouble;
        this.heading = new ReadOnlyStringWrapper(name);
        this.recording = recording;
        this.leading = leading;
        this.timeline = new TimelineViewModel(history, marks, Source.RECORDED, NO_STOPS);
        timeline.playhead().pause();
    }

    private void take(StatusEntry entry) {
        RingState before = history.latest();
        history.add(entry);
        marks.add(entry, before, history.latest(), history.last());
    }

    /** Goes to the moment of the leading one, once a frame after it. */
    public void frame(long nowMicros) {
        recording.drain(take, MOST_ENTRIES_A_FRAME);
        long longer =
                Math.max(leading.spanMicros(), history.endMicros() - history.startMicros());
        timeline.beAsLongAs(longer);
        leading.beAsLongAs(history.endMicros() - history.startMicros());
        if (!history.isEmpty()) {
            timeline.playhead().scrubTo(timeline.startMicros() + leading.sinceStartMicros());
        }
        shown = timeline.frame(nowMicros);
        String wrong = trouble.get();
        heading.set(wrong.isEmpty() ? name : Texts.text("status.trouble", name, wrong));
    }

    /** It is not looked at any more. */
    public void close() {
        leading.beAsLongAs(0);
        var _ = recording.quitAll();
    }

    /** What it is called, and what was wrong with it. */
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** The ring as it was. */
    public RingState shown() {
        return shown;
    }

    /** Its own timeline, on the common axis. */
    public TimelineViewModel timeline() {
        return timeline;
    }

    /** The user chose a moment of this one: the leading one goes to the same. */
    public void lead(long atMicros) {
        leading.playhead()
                .scrubTo(leading.startMicros() + atMicros - timeline.startMicros());
    }
}
