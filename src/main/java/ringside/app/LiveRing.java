package ringside.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.status.StatusEntry;
import ringside.supervisor.RingControl;

/**
 * The picture of the running ring: takes what has come, folds it, and hands on what it means. For
 * the JavaFX thread.
 */
final class LiveRing {

    /** Entries folded for one frame: 256 peers tell about 30 a frame; a burst takes a few. */
    static final int MOST_ENTRIES_A_FRAME = 2_000;

    private final RingControl control;
    private final List<Consumer<Told>> listeners = new ArrayList<>();
    private RingState state = RingState.EMPTY;

    /** One entry with the picture before and after it. */
    record Told(StatusEntry entry, RingState before, RingState after) {

        /** Whether it belongs to the daily round. */
        boolean isRoutine() {
            return Explanations.isRoutine(entry, before);
        }

        Explanation explanation() {
            return Explanations.of(entry, before);
        }
    }

    LiveRing(RingControl control) {
        this.control = control;
    }

    void listen(Consumer<Told> listener) {
        listeners.add(listener);
    }

    /** Takes what has come since the last frame, within the limit. */
    RingState advance() {
        control.drain(this::take, MOST_ENTRIES_A_FRAME);
        return state;
    }

    private void take(StatusEntry entry) {
        RingState before = state;
        state = state.after(entry);
        Told told = new Told(entry, before, state);
        listeners.forEach(listener -> listener.accept(told));
    }

    RingState state() {
        return state;
    }
}
