package ringside.app.ring;

import java.util.List;
import java.util.function.Function;
import ringside.ring.PeerId;

/** The way between two peers that an event is about. */
public record LitEdge(PeerId from, PeerId to, Way way) {

    /** What joins the two peers. */
    public enum Way {
        /** The ring: one of them has the other as a successor, or had. */
        RING,
        /** A transfer, which crosses the circle. */
        TRANSFER
    }

    /**
     * Returns the same edge from the peer that has the other as a successor, whichever of them
     * reported the event. Where neither has, it is the one with the shorter way.
     *
     * @param successors of a peer, nearest first
     */
    LitEdge inOrderOfTheRing(Function<PeerId, List<PeerId>> successors) {
        int there = successors.apply(from).indexOf(to);
        int back = successors.apply(to).indexOf(from);
        if (there < 0 && back < 0) {
            return from.clockwiseTo(to) <= to.clockwiseTo(from) ? this : turned();
        }
        return back < 0 || (there >= 0 && there <= back) ? this : turned();
    }

    private LitEdge turned() {
        return new LitEdge(to, from, way);
    }
}
