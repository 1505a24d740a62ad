package ringside.model;

import java.util.List;
import ringside.ring.PeerId;

/**
 * The explanation of one event.
 *
 * @param atMicros when it happened
 * @param peer the peer that reported it, or whose process it is about
 * @param text one or two plain sentences: what happened and why, with the real numbers
 * @param concerned all peers involved, {@code peer} first
 */
public record Explanation(
        long atMicros,
        PeerId peer,
        EventKind kind,
        Severity severity,
        String text,
        List<PeerId> concerned) {

    public Explanation {
        concerned = List.copyOf(concerned);
    }
}
