package ringside.figure;

import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/** One lookup of a position. For the thread of its simulation. */
final class Lookup {

    private final PeerId position;
    private int reached;
    private int timeOuts;
    private @Nullable PeerId owner;
    private Runnable whenKnown = () -> {};

    Lookup(PeerId position) {
        this.position = position;
    }

    /** Runs something when its requester learns of the owner; at once if it knows it already. */
    void whenKnown(Runnable what) {
        whenKnown = what;
        if (owner != null) {
            what.run();
        }
    }

    void onHop(int hop) {
        reached = Math.max(reached, hop);
    }

    void onTimeOut() {
        timeOuts++;
    }

    void onOwner(PeerId found) {
        owner = found;
        whenKnown.run();
    }

    PeerId position() {
        return position;
    }

    /** Returns the owner that its requester was told of; null while it knows none. */
    @Nullable PeerId owner() {
        return owner;
    }

    /** Returns the hops to the predecessor of the position; the owner is exactly one farther. */
    int pathLength() {
        return Math.max(0, reached - 1);
    }

    /** Returns how often a peer did not answer on the way to the predecessor of the position. */
    int timeOuts() {
        return timeOuts;
    }
}
