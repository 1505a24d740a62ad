package ringside.app.peers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.app.base.HostWords;
import ringside.app.base.PeerLook;
import ringside.app.base.Texts;
import ringside.model.NeighbourFault;
import ringside.model.NeighbourFault.Role;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.TargetPings;
import ringside.ring.PeerId;

/**
 * What the table says of one peer at one moment. Immutable.
 *
 * @param host that runs it, by name; empty where all peers run on one
 * @param hostPlace the place of the host among all, or {@link #UNKNOWN}
 * @param neighbours one for each role
 * @param missed the most pings in a row that one of its targets has not answered, or {@link
 *     #UNKNOWN} while it pings nobody
 * @param roundTripMicros of its last ping that was answered, or {@link #UNKNOWN}
 * @param files held for the ring
 * @param messagesPerSecond sent and received, by its last two counters; NaN while unknown
 * @param residentBytes memory of its process, or {@link #UNKNOWN}
 * @param ageSeconds from its start to now, or to its end; whole seconds, as nobody reads fractions
 */
record PeerFigures(
        PeerId id,
        PeerLook look,
        String host,
        int hostPlace,
        Map<Role, Neighbour> neighbours,
        int missed,
        long roundTripMicros,
        int files,
        double messagesPerSecond,
        long residentBytes,
        long ageSeconds) {

    /** Stands for a number that is not known. */
    static final int UNKNOWN = -1;

    private static final long MICROS_PER_SECOND = 1_000_000;

    PeerFigures {
        neighbours = Map.copyOf(neighbours);
    }

    /**
     * A neighbour in which a peer believes.
     *
     * @param id the neighbour, or null for none
     * @param problem why it is not right, one plain sentence; empty when it is
     */
    record Neighbour(@Nullable PeerId id, String problem) {

        boolean isRight() {
            return problem.isEmpty();
        }
    }

    /** Returns the faults of a ring by the peer that believes in the wrong neighbour. */
    static Map<PeerId, List<NeighbourFault>> faultsByPeer(RingState ring) {
        return ring.health().faults().stream().collect(Collectors.groupingBy(NeighbourFault::peer));
    }

    /**
     * Returns the figures of a peer.
     *
     * @param faults the wrong neighbours of this peer
     * @param nowMicros the time that is shown, in microseconds since the epoch
     */
    static PeerFigures of(
            PeerState peer, RingState ring, List<NeighbourFault> faults, long nowMicros) {
        long untilMicros = peer.phase().isAlive() ? nowMicros : peer.process().phaseSinceMicros();
        long residentBytes = peer.process().residentBytes();
        return new PeerFigures(
                peer.id(),
                PeerLook.of(peer),
                HostWords.nameOf(peer, ring.hosts()).orElse(""),
                ring.hosts()
                        .get(peer.process().host())
                        .map(ring.hosts().all()::indexOf)
                        .orElse(UNKNOWN),
                Arrays.stream(Role.values())
                        .collect(
                                Collectors.toMap(
                                        role -> role, role -> neighbour(peer, ring, role, faults))),
                peer.pings().stream().mapToInt(TargetPings::missedInRow).max().orElse(UNKNOWN),
                lastRoundTripMicros(peer),
                peer.files().size(),
                peer.traffic().perSecond(),
                residentBytes == 0 ? UNKNOWN : residentBytes,
                Math.max(0, untilMicros - peer.process().startedAtMicros()) / MICROS_PER_SECOND);
    }

    private static long lastRoundTripMicros(PeerState peer) {
        return peer.pings().stream()
                .filter(table -> table.lastRoundTripMicros() != TargetPings.NONE)
                .max(Comparator.comparingLong(TargetPings::answeredAtMicros))
                .map(TargetPings::lastRoundTripMicros)
                .orElse((long) UNKNOWN);
    }

    private static Neighbour neighbour(
            PeerState peer, RingState ring, Role role, List<NeighbourFault> faults) {
        PeerId id =
                switch (role) {
                    case FIRST_SUCCESSOR -> nth(peer.successors(), 0);
                    case SECOND_SUCCESSOR -> nth(peer.successors(), 1);
                    case FIRST_PREDECESSOR -> nth(peer.predecessors(), 0);
                    case SECOND_PREDECESSOR -> nth(peer.predecessors(), 1);
                };
        String wrong =
                faults.stream()
                        .filter(fault -> fault.role() == role)
                        .findFirst()
                        .map(NeighbourFault::sentence)
                        .orElse("");
        return id != null && wrong.isEmpty() && isParted(peer, id, ring)
                ? new Neighbour(id, Texts.text("peers.cut", peer.id(), id))
                : new Neighbour(id, wrong);
    }

    private static boolean isParted(PeerState peer, PeerId other, RingState ring) {
        return ring.peer(other).filter(known -> ring.areParted(peer, known)).isPresent();
    }

    private static @Nullable PeerId nth(List<PeerId> peers, int index) {
        return index < peers.size() ? peers.get(index) : null;
    }

    Neighbour neighbour(Role role) {
        return Objects.requireNonNull(neighbours.get(role), "every role has a neighbour");
    }

    boolean hasWrongNeighbour() {
        return neighbours.values().stream().anyMatch(neighbour -> !neighbour.isRight());
    }
}
