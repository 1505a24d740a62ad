package ringside.fault;

import ringside.peer.Effect;
import ringside.peer.Timer;

/** A requested file is sent without a retransmission timer (SPEC 4.2). */
final class NeverSendsAgain implements Deviation {

    private final ActiveTransfers requested = ActiveTransfers.requestedFromHere();

    @Override
    public void outgoing(Effect effect, Border border) {
        requested.note(effect);
        boolean isTimer =
                effect instanceof Effect.CallLater(Timer.TransferOverdue(long id), long _)
                        && requested.contains(id);
        if (!isTimer) {
            border.carryOut(effect);
        }
    }
}
