package ringside.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.recording.Essence;
import ringside.status.StatusEntry;
import ringside.supervisor.RingControl;
import ringside.timeline.History;
import ringside.timeline.Marks;

/**
 * Takes what has come from a ring or a recording, adds it to the history, and hands on what it
 * means. For the JavaFX thread.
 */
final class RingFeed {

    /** Entries folded for one frame: 256 peers tell about 30 a frame; a burst takes a few. */
    static final int MOST_ENTRIES_A_FRAME = 2_000;

    private final RingControl control;
    private final List<Consumer<Told>> listeners = new ArrayList<>();
    private final Essence dropped = new Essence();
    private final History history = new History(dropped::add);
    private final Marks marks = new Marks();

    /**
     * One entry with the picture before and after it.
     *
     * @param position of the moment right after it
     */
    record Told(StatusEntry entry, RingState before, RingState after, int position) {

        /** Whether it belongs to the daily round. */
        boolean isRoutine() {
            return Explanations.isRoutine(entry, before);
        }

        Explanation explanation() {
            return Explanations.of(entry, before);
        }
    }

    RingFeed(RingControl control) {
        this.control = control;
    }

    void listen(Consumer<Told> listener) {
        listeners.add(listener);
    }

    /** Takes what has come since the last frame, within the limit. */
    void advance() {
        control.drain(this::take, MOST_ENTRIES_A_FRAME);
    }

    private void take(StatusEntry entry) {
        RingState before = history.latest();
        history.add(entry);
        Told told = new Told(entry, before, history.latest(), history.last());
        marks.add(entry, before, told.after(), told.position());
        listeners.forEach(listener -> listener.accept(told));
    }

    History history() {
        return history;
    }

    /** All that a recording needs to be read by itself: what is kept, after what led to it. */
    List<StatusEntry> entries() {
        List<StatusEntry> entries = new ArrayList<>(dropped.entries());
        entries.addAll(history.entries());
        return entries;
    }

    Marks marks() {
        return marks;
    }
}
