package ringside.app.ring;

import java.util.Arrays;
import ringside.ring.PeerId;

/** Where the peers are drawn now: they glide to where they belong when the placement changes. */
final class Places {

    /** Time in which a peer comes all but 37 % nearer to its place, in seconds. */
    private static final double GLIDE_SECONDS = 0.12;

    /** Nearer than this, in turns, a peer is there: a tenth of a pixel on a large circle. */
    private static final double THERE = 1e-5;

    private final double[] turns = new double[PeerId.CIRCLE_SIZE];
    private Placement placement = Placement.EMPTY;

    Places() {
        Arrays.fill(turns, Double.NaN);
    }

    /** Moves everybody on; who is new is at its place at once. */
    void glide(Placement to, double seconds) {
        placement = to;
        double share = 1 - Math.exp(-seconds / GLIDE_SECONDS);
        boolean[] placed = new boolean[PeerId.CIRCLE_SIZE];
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

    /** Where an id is drawn, 0 up to 1. */
    double turnOf(PeerId id) {
        double now = turns[id.value()];
        return Double.isNaN(now) ? placement.turnOf(id) : now;
    }

    /** Whether the peer is drawn at all. */
    boolean isPlaced(PeerId id) {
        return !Double.isNaN(turns[id.value()]);
    }
}
