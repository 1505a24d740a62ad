package ringside.fault;

import org.jspecify.annotations.Nullable;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;

/**
 * The owner test is 'greater than my predecessor and not greater than me', which no hash passes at
 * the peer with the lowest id: requests for its files go round until they are back (SPEC 3.1).
 */
final class OwnerWrongAtWrap implements Deviation {

    private final PeerId self;
    private final Neighbours neighbours = new Neighbours();

    OwnerWrongAtWrap(PeerId self) {
        this.self = self;
    }

    @Override
    public void incoming(Input input, Border border) {
        PeerId next = neighbours.firstSuccessor();
        if (next != null
                && input instanceof Input.Asked(long exchange, Message.Lookup lookup)
                && isMissed(lookup)) {
            border.carryOut(new Effect.Answer(exchange, new Message.Accepted()));
            Forwarding.forward(lookup, onward(lookup), next, border);
        } else {
            border.give(input);
        }
    }

    private boolean isMissed(Message.Lookup lookup) {
        return lookup.purpose() == LookupPurpose.REQUEST
                && lookup.replica() == 0
                && lookup.hop() < Circle.IDS_OF_PROCESSES
                && !lookup.requester().equals(self)
                && isMineAcrossTheWrap(lookup.number().hash());
    }

    private boolean isMineAcrossTheWrap(PeerId hash) {
        @Nullable PeerId before = neighbours.firstPredecessor();
        return before != null && before.compareTo(self) > 0 && hash.isInArc(before, self);
    }

    private Message.Lookup onward(Message.Lookup lookup) {
        return new Message.Lookup(
                self,
                lookup.lookupId(),
                lookup.purpose(),
                lookup.number(),
                lookup.requester(),
                lookup.hop() + 1,
                false,
                0);
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        neighbours.note(effect);
        border.carryOut(effect);
    }
}
