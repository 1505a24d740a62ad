package ringside.app.ring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import ringside.ring.PeerId;

/** The current positions of the peers, which glide to a new placement when it changes. */
final class PeerPositions {

    /** Time constant of the glide, in seconds: after it, 37 % of the distance is left. */
    private static final double GLIDE_SECONDS = 0.12;

    /** Distance at which a peer has arrived, in turns: a tenth of a pixel on a large circle. */
    private static final double THERE = 1e-5;

    private final Map<PeerId, Double> turns = new HashMap<>();
    private Placement placement = Placement.EMPTY;

    /** Moves all peers towards their positions; new peers start at theirs. */
    void glide(Placement to, double seconds) {
        placement = to;
        double share = 1 - Math.exp(-seconds / GLIDE_SECONDS);
        turns.keySet().retainAll(Set.copyOf(to.ids()));
        for (PeerId id : to.ids()) {
            double target = to.turnOf(id);
            double now = turns.getOrDefault(id, target);
            double off = Turns.nearest(now, target);
            turns.put(id, Math.abs(off) < THERE ? target : Turns.wrap(now + share * off));
        }
    }

    /** Returns where an id is drawn, 0 up to 1. */
    double turnOf(PeerId id) {
        Double now = turns.get(id);
        return now == null ? placement.turnOf(id) : now;
    }

    /** Returns whether the peer is drawn at all. */
    boolean isPlaced(PeerId id) {
        return turns.containsKey(id);
    }
}
