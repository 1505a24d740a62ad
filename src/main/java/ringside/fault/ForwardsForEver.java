package ringside.fault;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.peer.Timer;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;

/**
 * A request that should end at this peer is passed on as if this peer had just asked, so that
 * nobody stops it (SPEC 3.2). It waits a moment here each time round: otherwise it would use the
 * whole machine.
 */
final class ForwardsForEver implements Deviation {

    /** Pause at this peer: four rounds a second of a small ring are plain to see. */
    private static final long PAUSE_MICROS = 250_000;

    /** The attempt of a timer that the core would never set: its own count from 1. */
    private static final int OURS = 0;

    private final PeerId self;
    private final Neighbours neighbours = new Neighbours();
    private final ArrayDeque<Message.Lookup> waiting = new ArrayDeque<>();

    ForwardsForEver(PeerId self) {
        this.self = self;
    }

    @Override
    public void incoming(Input input, Border border) {
        if (input instanceof Input.Asked(long exchange, Message.Lookup lookup)
                && endsHere(lookup)) {
            border.carryOut(new Effect.Answer(exchange, new Message.Accepted()));
            waiting.add(lookup);
            border.carryOut(
                    new Effect.CallLater(
                            new Timer.LookupOverdue(lookup.lookupId(), OURS), PAUSE_MICROS));
        } else if (input instanceof Input.TimerFired(Timer.LookupOverdue(long _, int attempt))
                && attempt == OURS) {
            passOn(waiting.remove(), border);
        } else {
            border.give(input);
        }
    }

    private boolean endsHere(Message.Lookup lookup) {
        @Nullable PeerId before = neighbours.firstPredecessor();
        boolean isMine =
                lookup.meant() || (before != null && lookup.number().hash().isInArc(before, self));
        return lookup.purpose() == LookupPurpose.REQUEST
                && lookup.replica() == 0
                && (isMine || lookup.requester().equals(self));
    }

    private void passOn(Message.Lookup lookup, Border border) {
        PeerId next = neighbours.firstSuccessor();
        if (next != null) {
            Message.Lookup onward =
                    new Message.Lookup(
                            self,
                            lookup.lookupId(),
                            lookup.purpose(),
                            lookup.number(),
                            self,
                            1,
                            false,
                            0);
            Forwarding.forward(lookup, onward, next, border);
        }
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        neighbours.note(effect);
        border.carryOut(effect);
    }
}
