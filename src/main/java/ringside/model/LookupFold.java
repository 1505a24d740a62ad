package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;

/**
 * Applies events to the list of recent lookups, oldest first. A forwarder's event may arrive before
 * the requester's own, because each peer has its own channel.
 */
final class LookupFold {

    /** Lookups kept: they fade from the picture within seconds. */
    static final int KEPT = 32;

    private LookupFold() {}

    static List<LookupState> sent(
            List<LookupState> lookups, PeerId id, LookupEvent.LookupSent event, long atMicros) {
        LookupState.Hop first = new LookupState.Hop(id, event.to(), 1, atMicros);
        LookupState fresh =
                LookupState.first(event.lookupId(), id, event.purpose(), event.number(), atMicros);
        return change(
                lookups,
                fresh,
                known ->
                        known.with()
                                .purpose(event.purpose())
                                .attempt(event.attempt())
                                .build()
                                .via(first));
    }

    static List<LookupState> forwarded(
            List<LookupState> lookups,
            PeerId id,
            LookupEvent.LookupForwarded event,
            long atMicros) {
        LookupState fresh =
                LookupState.first(
                        event.lookupId(),
                        event.requester(),
                        LookupPurpose.REQUEST,
                        event.number(),
                        atMicros);
        LookupState.Hop hop = new LookupState.Hop(id, event.to(), event.hop() + 1, atMicros);
        boolean isOwner = event.replica() == 1;
        return change(
                lookups,
                fresh,
                known -> isOwner ? known.via(hop).withOwner(id, false) : known.via(hop));
    }

    static List<LookupState> arrived(
            List<LookupState> lookups, PeerId id, LookupEvent.LookupArrived event) {
        return known(
                lookups,
                event.requester(),
                event.lookupId(),
                known -> reportedBy(id, event.held(), known));
    }

    static List<LookupState> answered(
            List<LookupState> lookups, PeerId id, LookupEvent.LookupAnswered event, long atMicros) {
        return known(
                lookups,
                id,
                event.lookupId(),
                known -> reportedBy(event.owner(), event.held(), known).ended("", atMicros));
    }

    /**
     * A last holder without the file answers too: the owner is then the peer that forwarded to it.
     */
    private static LookupState reportedBy(PeerId reporter, boolean held, LookupState known) {
        return known.withOwner(known.ownerIfNotHeldBy(reporter, held), held);
    }

    static List<LookupState> failed(
            List<LookupState> lookups, PeerId id, LookupEvent.LookupFailed event, long atMicros) {
        return known(lookups, id, event.lookupId(), known -> known.ended(event.reason(), atMicros));
    }

    private static List<LookupState> change(
            List<LookupState> lookups, LookupState fresh, UnaryOperator<LookupState> change) {
        List<LookupState> changed = new ArrayList<>(lookups);
        int index = find(lookups, fresh.requester(), fresh.lookupId());
        if (index >= 0) {
            changed.set(index, change.apply(lookups.get(index)));
            return List.copyOf(changed);
        }
        changed.add(change.apply(fresh));
        return List.copyOf(changed.subList(Math.max(0, changed.size() - KEPT), changed.size()));
    }

    private static List<LookupState> known(
            List<LookupState> lookups,
            PeerId requester,
            long lookupId,
            UnaryOperator<LookupState> change) {
        int index = find(lookups, requester, lookupId);
        return index < 0 ? lookups : change(lookups, lookups.get(index), change);
    }

    private static int find(List<LookupState> lookups, PeerId requester, long lookupId) {
        for (int i = lookups.size() - 1; i >= 0; i--) {
            if (lookups.get(i).key().equals(new RequestKey(requester, lookupId))) {
                return i;
            }
        }
        return -1;
    }
}
