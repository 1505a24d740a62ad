package ringside.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.simulation.SimulationWatch;

/**
 * Follows the lookups of one simulation by what passes between its peers. Each looks for a position
 * of its own. For the thread of the simulation.
 */
final class Lookups implements SimulationWatch {

    private final Map<PeerId, Lookup> byPosition = new HashMap<>();
    private final List<Lookup> all = new ArrayList<>();

    /** Follows a lookup from now on. */
    Lookup begin(PeerId position) {
        Lookup lookup = new Lookup(position);
        byPosition.put(position, lookup);
        all.add(lookup);
        return lookup;
    }

    /** Returns all lookups, in the order in which they began. */
    List<Lookup> all() {
        return all;
    }

    @Override
    public void questionDelivered(PeerId receiver, Message.Question<?> question) {
        if (question instanceof Message.SuccessorWanted wanted) {
            Lookup lookup = byPosition.get(wanted.start());
            if (lookup != null) {
                lookup.onHop(wanted.hop());
            }
        }
    }

    @Override
    public void questionUnanswered(PeerId receiver, Message.Question<?> question) {
        // Whoever was taken for the owner lies beyond the predecessor, where hops end as well.
        if (question instanceof Message.SuccessorWanted wanted && !wanted.meant()) {
            Lookup lookup = byPosition.get(wanted.start());
            if (lookup != null) {
                lookup.onTimeOut();
            }
        }
    }

    @Override
    public void ownerKnown(PeerId requester, PeerId position, PeerId owner) {
        Lookup lookup = byPosition.remove(position);
        if (lookup != null) {
            lookup.onOwner(owner);
        }
    }
}
