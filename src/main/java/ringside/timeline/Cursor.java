package ringside.timeline;

import ringside.model.RingState;

/** A place in a history with its picture; a short way on is cheaper than a jump. */
public final class Cursor {

    private final History history;
    private int position;
    private RingState state;

    Cursor(History history) {
        this.history = history;
        this.position = history.first();
        this.state = history.stateAt(position);
    }

    /** Goes to a position and gives the picture there. */
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
