package ringside.app.control;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ringside.model.RingState;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** Chooses an id for a new peer. Pure. */
public final class FreeId {

    private FreeId() {}

    /**
     * Returns the middle of the widest gap between peers; 0 in an empty ring.
     *
     * @param coming peers that are starting and have not reported yet
     */
    static PeerId inWidestGap(RingState ring, Set<PeerId> coming) {
        TreeSet<PeerId> taken = new TreeSet<>(coming);
        ring.peers().stream()
                .filter(peer -> peer.phase().isAlive())
                .forEach(peer -> taken.add(peer.id()));
        return inWidestGap(List.copyOf(taken));
    }

    /** Returns the middle of the widest gap between ids in the order of the circle; 0 for none. */
    public static PeerId inWidestGap(List<PeerId> taken) {
        PeerId best = new PeerId(0);
        long widest = 0;
        for (int i = 0; i < taken.size(); i++) {
            PeerId from = taken.get(i);
            PeerId to = taken.get((i + 1) % taken.size());
            long gap = from.equals(to) ? Circle.IDS_OF_PROCESSES : from.clockwiseTo(to);
            if (gap > widest) {
                widest = gap;
                best = from.plus(gap / 2);
            }
        }
        return best;
    }
}
