package ringside.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * The state of every peer ever seen, by id. Immutable: an event costs the same in a ring of 3 and
 * in one of 256, and little more in one of ten thousand.
 */
final class PeerTable {

    static final PeerTable EMPTY = new PeerTable(IdMap.empty(), IdMap.empty());

    private final IdMap<PeerState> peers;

    /**
     * Those of the peers that some peer suspects: few, and looked through at each end of a peer.
     */
    private final IdMap<PeerState> suspected;

    private PeerTable(IdMap<PeerState> peers, IdMap<PeerState> suspected) {
        this.peers = peers;
        this.suspected = suspected;
    }

    Optional<PeerState> get(PeerId id) {
        return Optional.ofNullable(peers.get(id));
    }

    PeerTable with(PeerState peer) {
        return new PeerTable(
                peers.with(peer.id(), peer),
                peer.suspectedBy().isEmpty()
                        ? suspected.without(peer.id())
                        : suspected.with(peer.id(), peer));
    }

    /**
     * Returns the table with one peer changed; a peer not seen before starts as {@link
     * PeerState#of}.
     */
    PeerTable change(PeerId id, UnaryOperator<PeerState> change) {
        PeerState before = peers.get(id);
        return with(change.apply(before == null ? PeerState.of(id) : before));
    }

    /** Returns the table with one peer changed, or the same table when that peer was never seen. */
    PeerTable changeKnown(PeerId id, UnaryOperator<PeerState> change) {
        @Nullable PeerState before = peers.get(id);
        return before == null ? this : with(before, change.apply(before));
    }

    /** Most answers to pings change nothing at the peer that answered. */
    @SuppressWarnings("ReferenceEquality")
    private PeerTable with(PeerState before, PeerState after) {
        return before == after ? this : with(after);
    }

    /** Returns the circle on which they stand: that of processes before the first of them. */
    Circle circle() {
        return peers.circle().orElse(Circle.OF_PROCESSES);
    }

    /** Returns all peers, by id. */
    List<PeerState> all() {
        return peers.values();
    }

    /** Returns the peers whose processes run on a host, by id. */
    List<PeerId> aliveOn(String host) {
        return all().stream()
                .filter(peer -> peer.phase().isAlive() && peer.process().host().equals(host))
                .map(PeerState::id)
                .toList();
    }

    /** Returns the peers that some peer suspects, by id. */
    List<PeerState> suspected() {
        return suspected.values();
    }
}
