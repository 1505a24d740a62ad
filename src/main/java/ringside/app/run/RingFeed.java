package ringside.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.model.EventOrigin;
import ringside.model.EventTraits;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.Repetition;
import ringside.model.RingState;
import ringside.recording.Checkpoint;
import ringside.status.EventSource;
import ringside.status.StatusEntry;
import ringside.timeline.History;
import ringside.timeline.Marks;

/**
 * Reads the entries of a ring or a recording, adds them to the history, and passes them on with
 * their effect. JavaFX thread only.
 */
public final class RingFeed {

    private final EventSource source;
    private final List<Consumer<FoldedEvent>> listeners = new ArrayList<>();
    private final Checkpoint dropped = new Checkpoint();
    private final History history = new History(dropped::add);
    private final Marks marks = new Marks();
    private final Lag lag = new Lag();
    private final Consumer<StatusEntry> take = this::take;
    private long frameMicros;

    /**
     * An entry with the state before and after it.
     *
     * @param position of the moment right after it
     * @param routine whether it is a routine event, such as a ping
     */
    public record FoldedEvent(
            StatusEntry entry, RingState before, RingState after, int position, boolean routine) {

        static FoldedEvent of(StatusEntry entry, RingState before, RingState after, int position) {
            boolean routine = Explanations.isRoutine(entry, before);
            return new FoldedEvent(entry, before, after, position, routine);
        }

        /** Returns what a list of events knows of it beside its sentence. */
        public EventTraits traits() {
            return new EventTraits(
                    routine, EventOrigin.of(entry, before), Repetition.of(entry, before));
        }

        /** Describes the event in words. */
        public Explanation explanation() {
            return Explanations.of(entry, before);
        }
    }

    /** Creates a feed that has read nothing yet. */
    public RingFeed(EventSource source) {
        this.source = source;
    }

    /** Adds a listener for every entry from now on. */
    public void listen(Consumer<FoldedEvent> listener) {
        listeners.add(listener);
    }

    /**
     * Reads the entries that have arrived since the last frame.
     *
     * @param most entries to read at once, as folding them takes time
     * @param nowMicros the time now, in microseconds since the epoch
     * @return whether there may be more
     */
    public boolean advance(int most, long nowMicros) {
        frameMicros = nowMicros;
        lag.begin(nowMicros);
        return source.drain(take, most) == most;
    }

    /** Returns how far the entries read are behind the time of day, in microseconds. */
    long lagMicros() {
        return lag.micros();
    }

    private void take(StatusEntry entry) {
        lag.note(entry, frameMicros);
        RingState before = history.latest();
        history.add(entry);
        FoldedEvent folded = FoldedEvent.of(entry, before, history.latest(), history.last());
        marks.add(entry, before, folded.after(), folded.position());
        listeners.forEach(listener -> listener.accept(folded));
    }

    /** The history of the run, as far as it is kept. */
    public History history() {
        return history;
    }

    /**
     * Returns the entries of a self-contained recording: those kept, after ones that restore the
     * state before them.
     */
    public List<StatusEntry> entries() {
        List<StatusEntry> entries = new ArrayList<>(dropped.entries());
        entries.addAll(history.entries());
        return entries;
    }

    /** The marks of important events on the timeline. */
    public Marks marks() {
        return marks;
    }
}
