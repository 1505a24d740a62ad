package ringside.supervisor;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/** The peers of a ring by id, each with its latest life. Thread-safe. */
final class Roster {

    private final TreeMap<PeerId, ManagedPeer> peers = new TreeMap<>();
    private boolean closed;

    /**
     * Adds a peer, replacing an earlier life with the same id.
     *
     * @throws ActionFailedException when its id is alive, or the roster is closed
     */
    synchronized void add(ManagedPeer peer) {
        if (closed) {
            throw Refusals.ending();
        }
        if (find(peer.id()).isPresent()) {
            throw Refusals.running(peer.id());
        }
        peers.put(peer.id(), peer);
    }

    /** Accepts no more peers. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Returns the living peer with this id. */
    synchronized Optional<ManagedPeer> find(PeerId id) {
        @Nullable ManagedPeer peer = peers.get(id);
        return peer == null || peer.ended().isDone() ? Optional.empty() : Optional.of(peer);
    }

    /** Returns whether there has ever been a peer with this id. */
    synchronized boolean hasSeen(PeerId id) {
        return peers.containsKey(id);
    }

    /**
     * Returns the living peer with this id.
     *
     * @throws ActionFailedException when there is none
     */
    synchronized ManagedPeer get(PeerId id) {
        return find(id).orElseThrow(
                        () -> Refusals.absent(id, living().stream().map(ManagedPeer::id).toList()));
    }

    /** Returns all living peers, ordered by id. */
    synchronized List<ManagedPeer> living() {
        return peers.values().stream().filter(peer -> !peer.ended().isDone()).toList();
    }
}
