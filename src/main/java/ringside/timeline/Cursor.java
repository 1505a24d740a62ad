package ringside.timeline;

import ringside.model.RingState;

/**
 * A position in a history with its state of the ring; a short step forward is cheaper than a jump.
 */
public final class Cursor {

    private final History history;
    private int position;
    private RingState state;

    Cursor(History history) {
        this.history = history;
        this.position = history.first();
        this.state = history.stateAt(position);
    }

    public RingState moveTo(int wanted) {
        int target = Math.clamp(wanted, history.first(), history.last());
        boolean near = target >= position && target - position < Chunk.LEAST;
        if (target == history.last() || !near || position < history.first()) {
            state = history.stateAt(target);
        } else {
            while (position < target) {
                state = state.after(history.entryAfter(position));
                position++;
            }
        }
        position = target;
        return state;
    }
}
