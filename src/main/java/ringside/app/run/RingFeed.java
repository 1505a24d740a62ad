package ringside.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.recording.Essence;
import ringside.status.StatusEntry;
import ringside.supervisor.EventSource;
import ringside.timeline.History;
import ringside.timeline.Marks;

/**
 * Takes what has come from a ring or a recording, adds it to the history, and hands on what it
 * means. For the JavaFX thread.
 */
public final class RingFeed {

    private final EventSource source;
    private final List<Consumer<Told>> listeners = new ArrayList<>();
    private final Essence dropped = new Essence();
    private final History history = new History(dropped::add);
    private final Marks marks = new Marks();
    private final Consumer<StatusEntry> take = this::take;

    /**
     * One entry with the picture before and after it.
     *
     * @param position of the moment right after it
     */
    public record Told(StatusEntry entry, RingState before, RingState after, int position) {

        /** Whether it belongs to the daily round. */
        public boolean isRoutine() {
            return Explanations.isRoutine(entry, before);
        }

        /** What happened, in words. */
        public Explanation explanation() {
            return Explanations.of(entry, before);
        }
    }

    /** Has taken nothing yet. */
    public RingFeed(EventSource source) {
        this.source = source;
    }

    /** Tells of every entry from now on. */
    public void listen(Consumer<Told> listener) {
        listeners.add(listener);
    }

    /**
     * Takes what has come since the last frame.
     *
     * @param most entries at once, for folding them takes its time
     */
    public void advance(int most) {
        source.drain(take, most);
    }

    private void take(StatusEntry entry) {
        RingState before = history.latest();
        history.add(entry);
        Told told = new Told(entry, before, history.latest(), history.last());
        marks.add(entry, before, told.after(), told.position());
        listeners.forEach(listener -> listener.accept(told));
    }

    /** All of it, as far as it is kept. */
    public History history() {
        return history;
    }

    /** All that a recording needs to be read by itself: what is kept, after what led to it. */
    public List<StatusEntry> entries() {
        List<StatusEntry> entries = new ArrayList<>(dropped.entries());
        entries.addAll(history.entries());
        return entries;
    }

    /** What mattered in it. */
    public Marks marks() {
        return marks;
    }
}
