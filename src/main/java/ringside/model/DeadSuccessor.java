package ringside.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ringside.model.NeighbourFault.Role;
import ringside.ring.PeerId;

/**
 * A living member that still names an ended peer as its successor: what it says and what is known
 * of the processes part (PROGRAMS 3.7).
 *
 * @param peer the living one
 * @param named the ended one
 * @param how it ended
 * @param sinceMicros when it ended, in microseconds since the epoch
 */
public record DeadSuccessor(PeerId peer, Role role, PeerId named, PeerPhase how, long sinceMicros) {

    private static final List<Role> ROLES = List.of(Role.FIRST_SUCCESSOR, Role.SECOND_SUCCESSOR);

    /** Returns all in a ring: those that ended first at the front, then first successors. */
    static List<DeadSuccessor> in(RingState state) {
        List<DeadSuccessor> found = new ArrayList<>();
        for (PeerState peer : state.peers()) {
            if (peer.isLivingMember() && !state.hosts().isSilent(peer.process().host())) {
                for (int i = 0; i < Math.min(ROLES.size(), peer.successors().size()); i++) {
                    of(peer.id(), ROLES.get(i), peer.successors().get(i), state)
                            .ifPresent(found::add);
                }
            }
        }
        found.sort(
                Comparator.comparingLong(DeadSuccessor::sinceMicros)
                        .thenComparing(DeadSuccessor::role)
                        .thenComparing(DeadSuccessor::peer));
        return List.copyOf(found);
    }

    private static Optional<DeadSuccessor> of(
            PeerId peer, Role role, PeerId successor, RingState state) {
        return state.peer(successor)
                .filter(named -> !named.phase().isAlive())
                .map(named ->
                        new DeadSuccessor(
                                peer,
                                role,
                                successor,
                                named.phase(),
                                named.process().phaseSinceMicros()));
    }

    /**
     * Says it, such as: Peer 4 still names 5 as its first successor, which was killed 21 s ago.
     *
     * @param nowMicros the moment that is shown, in microseconds since the epoch
     */
    public String sentence(long nowMicros) {
        return ExplanationTexts.format(
                "deadSuccessor." + how,
                peer,
                named,
                ExplanationTexts.format("role." + role),
                Amounts.age(nowMicros - sinceMicros));
    }
}
