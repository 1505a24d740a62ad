package ringside.peer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * The peers that this one has ever heard of, and which of its neighbours it has lost without a
 * goodbye: these may be back, or live in another part of a ring that was cut in two (SPEC 7.3).
 */
final class Remembered {

    private static final long FIRST_PAUSE_MICROS = 1_000 * Surroundings.MICROS_PER_MS;

    /** A lost peer is looked for at least this often: well within the 30 s of SPEC 7.3. */
    private static final long LONGEST_PAUSE_MICROS = 8_000 * Surroundings.MICROS_PER_MS;

    private final Surroundings at;
    private final TreeSet<PeerId> peers = new TreeSet<>();
    private final TreeMap<PeerId, Search> searches = new TreeMap<>();

    private record Search(long dueAt, long pauseMicros) {}

    Remembered(Surroundings at) {
        this.at = at;
    }

    void heardOf(Collection<PeerId> named) {
        peers.addAll(named);
        peers.remove(at.self);
    }

    void heardFrom(PeerId peer) {
        heardOf(List.of(peer));
        searches.remove(peer);
    }

    /** A neighbour is gone and has not said goodbye. */
    void lost(PeerId peer) {
        heardOf(List.of(peer));
        search(peer, FIRST_PAUSE_MICROS);
    }

    /** It said goodbye: nobody looks for it. */
    void left(PeerId peer) {
        peers.remove(peer);
        searches.remove(peer);
    }

    /** A question to it had no answer; a lost peer is looked for less often from time to time. */
    void didNotAnswer(PeerId peer) {
        Search search = searches.get(peer);
        if (search != null) {
            search(peer, Math.min(2 * search.pauseMicros(), LONGEST_PAUSE_MICROS));
        }
    }

    private void search(PeerId peer, long pauseMicros) {
        searches.put(peer, new Search(at.now() + pauseMicros, pauseMicros));
    }

    /** The lost peers that are to be looked for now, by id. */
    List<PeerId> lostAndDue() {
        return searches.entrySet().stream()
                .filter(entry -> entry.getValue().dueAt() <= at.now())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The next remembered peer clockwise that is not lost and not one of these, or null. */
    @Nullable PeerId nextAfter(PeerId peer, Collection<PeerId> passedBy) {
        return Stream.concat(
                        peers.tailSet(peer, false).stream(), peers.headSet(peer, true).stream())
                .filter(next -> !searches.containsKey(next) && !passedBy.contains(next))
                .findFirst()
                .orElse(null);
    }
}
