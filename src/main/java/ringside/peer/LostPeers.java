package ringside.peer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.ring.PeerId;

/**
 * Former neighbours, and peers named by neighbours, that disappeared without announcing it. They
 * may be back, or live in another part of a partitioned ring (SPEC 7.5).
 */
final class LostPeers {

    private static final long FIRST_PAUSE_MICROS = 1_000 * PeerContext.MICROS_PER_MS;

    /** Longest pause between two searches for a lost peer: well within the 30 s of SPEC 7.3. */
    private static final long LONGEST_PAUSE_MICROS = 8_000 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;

    /** The shared empty one until the first entry: most peers never have any. */
    private Map<PeerId, Search> searches = Collections.emptyMap();

    private record Search(long dueAt, long pauseMicros) {}

    LostPeers(PeerContext context) {
        this.context = context;
    }

    void add(PeerId peer) {
        if (!peer.equals(context.self)) {
            search(peer, FIRST_PAUSE_MICROS);
        }
    }

    /** Stops searching for a peer that was heard from, or has left. */
    void remove(PeerId peer) {
        searches.remove(peer);
    }

    /** Doubles the search interval of a peer that did not answer, up to the longest pause. */
    void didNotAnswer(PeerId peer) {
        Search search = searches.get(peer);
        if (search != null) {
            search(peer, Math.min(2 * search.pauseMicros(), LONGEST_PAUSE_MICROS));
        }
    }

    private void search(PeerId peer, long pauseMicros) {
        if (searches.isEmpty()) {
            searches = new TreeMap<>();
        }
        searches.put(peer, new Search(context.now() + pauseMicros, pauseMicros));
    }

    /** Returns the peers to search for now, ordered by id. */
    List<PeerId> due() {
        return searches.entrySet().stream()
                .filter(entry -> entry.getValue().dueAt() <= context.now())
                .map(Map.Entry::getKey)
                .toList();
    }
}
