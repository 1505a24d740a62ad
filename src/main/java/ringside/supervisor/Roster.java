package ringside.supervisor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** The peers of a ring by id, each with its latest life. Thread-safe. */
final class Roster {

    /** Maximum number of peers named in one sentence; more would not help a reader. */
    private static final int MOST_NAMED = 8;

    private final TreeMap<PeerId, ManagedPeer> peers = new TreeMap<>();
    private boolean closed;

    /**
     * Adds a peer, replacing an earlier life with the same id.
     *
     * @throws ActionFailedException when its id is alive, or the roster is closed
     */
    synchronized void add(ManagedPeer peer) {
        if (closed) {
            throw new ActionFailedException(Messages.SUPERVISOR.format("join.ending"));
        }
        if (find(peer.id()).isPresent()) {
            throw new ActionFailedException(Messages.SUPERVISOR.format("peer.running", peer.id()));
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
        return find(id).orElseThrow(() -> new ActionFailedException(absence(id)));
    }

    /** Returns all living peers, ordered by id. */
    synchronized List<ManagedPeer> living() {
        return peers.values().stream().filter(peer -> !peer.ended().isDone()).toList();
    }

    private String absence(PeerId id) {
        List<ManagedPeer> living = living();
        if (living.isEmpty()) {
            return Messages.SUPERVISOR.format("peer.absent.nobody", id);
        }
        return Messages.SUPERVISOR.format("peer.absent", id, names(living));
    }

    private static String names(Collection<ManagedPeer> some) {
        String first =
                some.stream()
                        .limit(MOST_NAMED)
                        .map(peer -> peer.id().toString())
                        .collect(Collectors.joining(", "));
        int more = some.size() - MOST_NAMED;
        return more > 0 ? Messages.SUPERVISOR.format("peers.andMore", first, more) : first;
    }
}
