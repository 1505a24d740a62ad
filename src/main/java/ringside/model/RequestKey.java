package ringside.model;

import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.StatusEntry;

/**
 * Identifies one search for an owner on the ring: two requesters may draw the same id.
 *
 * @param lookupId drawn by the requester
 */
public record RequestKey(PeerId requester, long lookupId) {

    /**
     * Returns the search that an event is about; empty if it is about none.
     *
     * @param before the ring before the event
     */
    public static Optional<RequestKey> of(StatusEntry entry, RingState before) {
        return entry.event() instanceof LookupEvent event
                ? of(entry.peer(), event, before)
                : Optional.empty();
    }

    private static Optional<RequestKey> of(PeerId peer, LookupEvent event, RingState before) {
        return switch (event) {
            case LookupEvent.LookupSent sent -> Optional.of(new RequestKey(peer, sent.lookupId()));
            case LookupEvent.LookupForwarded forwarded ->
                    Optional.of(new RequestKey(forwarded.requester(), forwarded.lookupId()));
            case LookupEvent.LookupArrived arrived ->
                    Optional.of(new RequestKey(arrived.requester(), arrived.lookupId()));
            case LookupEvent.LookupAnswered answered ->
                    Optional.of(new RequestKey(peer, answered.lookupId()));
            case LookupEvent.LookupFailed failed ->
                    Optional.of(new RequestKey(peer, failed.lookupId()));
            case LookupEvent.LookupPassedBy passedBy ->
                    before.lookups().reversed().stream()
                            .map(LookupState::key)
                            .filter(key -> key.lookupId() == passedBy.lookupId())
                            .findFirst();
        };
    }
}
