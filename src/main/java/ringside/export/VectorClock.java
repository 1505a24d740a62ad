package ringside.export;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.ring.PeerId;

/** How many events of every peer a peer can know of. Mutable; for one thread. */
final class VectorClock {

    private final Map<PeerId, Long> counts = new TreeMap<>();

    /** One more event of the peer itself. */
    void tick(PeerId self) {
        counts.merge(self, 1L, Long::sum);
    }

    /** What a message told: all that its sender knew when it left. */
    void learn(VectorClock told) {
        told.counts.forEach((peer, count) -> counts.merge(peer, count, Math::max));
    }

    VectorClock copy() {
        VectorClock copy = new VectorClock();
        copy.counts.putAll(counts);
        return copy;
    }

    /** Such as {@code {"peer14":3, "peer43":7}}. */
    String json() {
        return counts.entrySet().stream()
                .map(each -> "\"peer" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
