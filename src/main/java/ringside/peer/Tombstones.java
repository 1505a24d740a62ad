package ringside.peer;

import java.util.TreeMap;
import ringside.ring.PeerId;

/**
 * The peers that this one has itself declared dead or found silent, or that have said goodbye.
 * Others may still list them; they are not adopted from anybody's list until they are heard from
 * (SPEC 6.2).
 */
final class Tombstones {

    /**
     * How long after a goodbye the last datagrams of the leaver, which were still in the socket's
     * buffer, do not count as a sign of life: 300 ms, far longer than a turn of the loop.
     */
    private static final long HUSH_MICROS = 300 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;
    private final TreeMap<PeerId, Long> deafUntil = new TreeMap<>();

    Tombstones(PeerContext context) {
        this.context = context;
    }

    void fellSilent(PeerId peer) {
        deafUntil.put(peer, context.now());
    }

    void left(PeerId peer) {
        deafUntil.put(peer, context.now() + HUSH_MICROS);
    }

    boolean holds(PeerId peer) {
        return deafUntil.containsKey(peer);
    }

    /**
     * Something came from this peer.
     *
     * @return whether that counts as a sign of life
     */
    boolean heardFrom(PeerId peer) {
        Long until = deafUntil.get(peer);
        if (until != null && context.now() < until) {
            return false;
        }
        deafUntil.remove(peer);
        return true;
    }
}
