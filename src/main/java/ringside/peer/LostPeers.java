package ringside.peer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.ring.PeerId;

/**
 * The peers that were neighbours, or were named by one, and are gone without a goodbye: they may be
 * back, or live in another part of a ring that was cut in two (SPEC 7.5).
 */
final class LostPeers {

    private static final long FIRST_PAUSE_MICROS = 1_000 * PeerContext.MICROS_PER_MS;

    /** A lost peer is looked for at least this often: well within the 30 s of SPEC 7.3. */
    private static final long LONGEST_PAUSE_MICROS = 8_000 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;
    private final TreeMap<PeerId, Search> searches = new TreeMap<>();

    private record Search(long dueAt, long pauseMicros) {}

    LostPeers(PeerContext context) {
        this.context = context;
    }

    void add(PeerId peer) {
        if (!peer.equals(context.self)) {
            search(peer, FIRST_PAUSE_MICROS);
        }
    }

    /** It was heard from, or has said goodbye. */
    void remove(PeerId peer) {
        searches.remove(peer);
    }

    /** A question to it had no answer: it is asked less often from time to time. */
    void didNotAnswer(PeerId peer) {
        Search search = searches.get(peer);
        if (search != null) {
            search(peer, Math.min(2 * search.pauseMicros(), LONGEST_PAUSE_MICROS));
        }
    }

    private void search(PeerId peer, long pauseMicros) {
        searches.put(peer, new Search(context.now() + pauseMicros, pauseMicros));
    }

    /** Those that are to be looked for now, by id. */
    List<PeerId> due() {
        return searches.entrySet().stream()
                .filter(entry -> entry.getValue().dueAt() <= context.now())
                .map(Map.Entry::getKey)
                .toList();
    }
}
