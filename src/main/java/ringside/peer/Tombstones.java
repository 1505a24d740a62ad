package ringside.peer;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import ringside.ring.PeerId;

/**
 * The peers that this one has itself declared dead or found silent, or that have left. Other peers
 * may still list them, but this one adopts them only after hearing from them again (SPEC 6.2).
 */
final class Tombstones {

    /**
     * Time after a departure in which datagrams of the leaver are no sign of life, because they may
     * have waited in the socket's buffer: 300 ms, far longer than a loop turn.
     */
    private static final long IGNORED_MICROS = 300 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;

    /** The shared empty one until the first entry: most peers never have any. */
    private Map<PeerId, Long> ignoredUntil = Collections.emptyMap();

    Tombstones(PeerContext context) {
        this.context = context;
    }

    void fellSilent(PeerId peer) {
        ignoreUntil(context.now(), peer);
    }

    void left(PeerId peer) {
        ignoreUntil(context.now() + IGNORED_MICROS, peer);
    }

    private void ignoreUntil(long micros, PeerId peer) {
        if (ignoredUntil.isEmpty()) {
            ignoredUntil = new TreeMap<>();
        }
        ignoredUntil.put(peer, micros);
    }

    boolean holds(PeerId peer) {
        return ignoredUntil.containsKey(peer);
    }

    /**
     * Records a message from a peer.
     *
     * @return whether it counts as a sign of life
     */
    boolean recordSignOfLife(PeerId peer) {
        Long until = ignoredUntil.get(peer);
        if (until == null) {
            return true;
        }
        if (context.now() < until) {
            return false;
        }
        ignoredUntil.remove(peer);
        return true;
    }
}
