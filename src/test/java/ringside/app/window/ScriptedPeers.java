package ringside.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.HeldFile;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.supervisor.ActionFailedException;

/** The peers of a scripted ring, with their beliefs about their neighbours. */
final class ScriptedPeers {

    private final ScriptedEvents events;
    private final NavigableMap<PeerId, Peer> peers = new TreeMap<>();

    static final class Peer {
        boolean alive = true;
        boolean paused;
        boolean capturing;
        int life;
        List<PeerId> successors = List.of();
        List<PeerId> predecessors = List.of();
        final NavigableMap<PeerId, Long> sequences = new TreeMap<>();
        final NavigableMap<PeerId, Integer> missed = new TreeMap<>();
        final NavigableSet<PeerId> dead = new TreeSet<>();
        final List<HeldFile> files = new ArrayList<>();
    }

    ScriptedPeers(ScriptedEvents events) {
        this.events = events;
    }

    Peer start(PeerId id) {
        Peer before = peers.get(id);
        if (before != null && before.alive) {
            throw new ActionFailedException("Peer " + id + " is already running.");
        }
        Peer fresh = new Peer();
        fresh.life = before == null ? 0 : before.life + 1;
        peers.put(id, fresh);
        return fresh;
    }

    NavigableSet<PeerId> living() {
        NavigableSet<PeerId> living = new TreeSet<>();
        peers.forEach((id, peer) -> {
            if (peer.alive) {
                living.add(id);
            }
        });
        return living;
    }

    Peer peer(PeerId id) {
        Peer peer = peers.get(id);
        if (peer == null) {
            throw new ActionFailedException("Peer " + id + " is not on this ring.");
        }
        return peer;
    }

    Peer running(PeerId id) {
        Peer peer = peer(id);
        if (!peer.alive) {
            throw new ActionFailedException("Peer " + id + " is not running.");
        }
        return peer;
    }

    /** Tells whether a peer pings another, and so notices its death by itself. */
    boolean pings(PeerId id, PeerId target) {
        return peer(id).successors.stream().limit(2).anyMatch(target::equals);
    }

    void setNeighbours(PeerId id, NeighboursCause cause) {
        Peer peer = peer(id);
        NavigableSet<PeerId> believed = new TreeSet<>(living());
        if (cause != NeighboursCause.SUCCESSOR_DIED) {
            peer.dead.clear();
        }
        believed.removeAll(peer.dead);
        List<PeerId> successors = IdealRing.successors(believed, id, 4);
        List<PeerId> predecessors = IdealRing.predecessors(believed, id, 2);
        if (!successors.equals(peer.successors) || !predecessors.equals(peer.predecessors)) {
            peer.sequences.keySet().retainAll(successors);
            peer.missed.keySet().retainAll(successors);
            peer.successors = successors;
            peer.predecessors = predecessors;
            events.tell(id, new NeighbourEvent.NeighboursChanged(successors, predecessors, cause));
        }
    }
}
