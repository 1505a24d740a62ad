package ringside.capture;

import ringside.ring.PeerId;
import ringside.status.WireEvent.MessageCaptured;

/**
 * A captured message that an event speaks of.
 *
 * @param peer that reported it
 * @param atMicros when it did, in microseconds since the epoch
 */
public record FoundMessage(
        PeerId peer, long atMicros, MessageCaptured captured, ReadMessage message) {}
