package ringside.app.ring;

import java.util.Arrays;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** The current positions of the peers, which glide to a new placement when it changes. */
final class PeerPositions {

    /** Time constant of the glide, in seconds: after it, 37 % of the distance is left. */
    private static final double GLIDE_SECONDS = 0.12;

    /** Distance at which a peer has arrived, in turns: a tenth of a pixel on a large circle. */
    private static final double THERE = 1e-5;

    private final double[] turns = new double[Circle.IDS_OF_PROCESSES];
    private Placement placement = Placement.EMPTY;

    PeerPositions() {
        Arrays.fill(turns, Double.NaN);
    }

    /** Moves all peers towards their positions; new peers start at theirs. */
    void glide(Placement to, double seconds) {
        placement = to;
        double share = 1 - Math.exp(-seconds / GLIDE_SECONDS);
        boolean[] placed = new boolean[Circle.IDS_OF_PROCESSES];
        for (PeerId id : to.ids()) {
            placed[id.value()] = true;
            double target = to.turnOf(id);
            double now = turns[id.value()];
            double off = Double.isNaN(now) ? 0 : Turns.nearest(now, target);
            turns[id.value()] = Math.abs(off) < THERE ? target : Turns.wrap(now + share * off);
        }
        for (int i = 0; i < placed.length; i++) {
            if (!placed[i]) {
                turns[i] = Double.NaN;
            }
        }
    }

    /** Returns where an id is drawn, 0 up to 1. */
    double turnOf(PeerId id) {
        double now = turns[id.value()];
        return Double.isNaN(now) ? placement.turnOf(id) : now;
    }

    /** Returns whether the peer is drawn at all. */
    boolean isPlaced(PeerId id) {
        return !Double.isNaN(turns[id.value()]);
    }
}
