package ringside.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.model.NeighbourFault.Role;
import ringside.ring.PeerId;

/**
 * Compares the neighbours that every living member believes in with those that sorting the ids
 * gives. Equals {@link ringside.ring.IdealRing} for each peer, but needs one pass over the ring.
 */
final class NeighbourCheck {

    /** Successors and predecessors that count (SPEC 11: 'wait ring'). */
    private static final int COMPARED = 2;

    private NeighbourCheck() {}

    static List<PeerId> living(PeerTable peers) {
        return peers.all().stream().filter(PeerState::isLivingMember).map(PeerState::id).toList();
    }

    static List<PeerId> arriving(PeerTable peers) {
        return peers.all().stream()
                .filter(PeerState::isLivingMember)
                .filter(peer -> peer.phase() != PeerPhase.RUNNING)
                .map(PeerState::id)
                .toList();
    }

    static List<NeighbourFault> faults(PeerTable peers) {
        List<PeerState> living = peers.all().stream().filter(PeerState::isLivingMember).toList();
        List<NeighbourFault> faults = new ArrayList<>();
        for (int i = 0; i < living.size(); i++) {
            judge(living, i, faults);
        }
        return List.copyOf(faults);
    }

    private static void judge(List<PeerState> living, int i, List<NeighbourFault> faults) {
        PeerState peer = living.get(i);
        for (int step = 1; step <= COMPARED; step++) {
            compare(
                    peer.id(),
                    step == 1 ? Role.FIRST_SUCCESSOR : Role.SECOND_SUCCESSOR,
                    nth(peer.successors(), step),
                    around(living, i, step, step),
                    faults);
        }
        for (int step = 1; step <= COMPARED; step++) {
            compare(
                    peer.id(),
                    step == 1 ? Role.FIRST_PREDECESSOR : Role.SECOND_PREDECESSOR,
                    nth(peer.predecessors(), step),
                    around(living, i, -step, step),
                    faults);
        }
    }

    private static @Nullable PeerId nth(List<PeerId> neighbours, int step) {
        return step <= neighbours.size() ? neighbours.get(step - 1) : null;
    }

    /**
     * Returns the member some steps around the circle; null when that would pass the peer itself.
     */
    private static @Nullable PeerId around(List<PeerState> living, int from, int move, int steps) {
        return steps >= living.size()
                ? null
                : living.get(Math.floorMod(from + move, living.size())).id();
    }

    private static void compare(
            PeerId peer,
            Role role,
            @Nullable PeerId actual,
            @Nullable PeerId expected,
            List<NeighbourFault> faults) {
        boolean same = actual == null ? expected == null : actual.equals(expected);
        if (!same) {
            faults.add(new NeighbourFault(peer, role, actual, expected));
        }
    }
}
