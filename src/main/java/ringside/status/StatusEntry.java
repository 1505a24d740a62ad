package ringside.status;

import java.util.Objects;
import ringside.ring.PeerId;

/**
 * One event with its time and place.
 *
 * @param atMicros microseconds since the Unix epoch; of virtual time in a simulation
 * @param peer the peer that reports, or whose process is spoken of
 * @param event what happened
 */
public record StatusEntry(long atMicros, PeerId peer, StatusEvent event) {

    /** Checks that nothing is missing. */
    public StatusEntry {
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(event, "event");
    }
}
