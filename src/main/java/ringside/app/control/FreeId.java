package ringside.app.control;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.ring.WidestGap;

/** Chooses an id for a new peer. Pure. */
final class FreeId {

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
        return WidestGap.middle(List.copyOf(taken));
    }
}
