package ringside.fault;

import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;

/**
 * In stop-and-wait, the number of the last byte that came is acknowledged instead of the next one:
 * on the wire, in the log and in what is reported (SPEC 4.2).
 */
final class AcknowledgesWrongNumber implements Deviation {

    private final ActiveTransfers arriving =
            new ActiveTransfers(started -> !started.sending() && started.window() == 1);

    @Override
    public void outgoing(Effect effect, Border border) {
        arriving.note(effect);
        border.carryOut(
                switch (effect) {
                    case Effect.Send(PeerId to, Datagram.Acknowledgement(long id, long number)) ->
                            new Effect.Send(to, new Datagram.Acknowledgement(id, number - 1));
                    case Effect.Log row
                            when row.book() == LogBook.REQUESTING
                                    && row.acknowledgement() > 0
                                    && arriving.areThere() ->
                            new Effect.Log(
                                    row.book(),
                                    row.event(),
                                    row.sequence(),
                                    row.bytes(),
                                    row.acknowledgement() - 1);
                    case Effect.Report(SegmentTraced step)
                            when step.acknowledgement() > 0
                                    && arriving.contains(step.transferId()) ->
                            new Effect.Report(
                                    new SegmentTraced(
                                            step.transferId(),
                                            step.step(),
                                            step.other(),
                                            step.sequence(),
                                            step.length(),
                                            step.acknowledgement() - 1));
                    case Effect other -> other;
                });
    }
}
