package ringside.status;

import ringside.ring.PeerId;

/**
 * An event with its time and its peer.
 *
 * @param atMicros microseconds since the Unix epoch; of virtual time in a simulation
 * @param peer the peer that reports the event, or whose process it concerns
 * @param event what happened
 */
public record StatusEntry(long atMicros, PeerId peer, StatusEvent event) {}
