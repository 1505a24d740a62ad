package ringside.fault;

import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;

/**
 * All segments of a requested file have sequence number 1: on the wire, in the log and in what is
 * reported (SPEC 4.2).
 */
final class SequenceStandsStill implements Deviation {

    private static final long FIRST = 1;

    private final ActiveTransfers requested = ActiveTransfers.requestedFromHere();

    @Override
    public void outgoing(Effect effect, Border border) {
        requested.note(effect);
        border.carryOut(
                switch (effect) {
                    case Effect.Send(PeerId to, Datagram.Segment segment)
                            when requested.contains(segment.transferId()) ->
                            new Effect.Send(
                                    to,
                                    new Datagram.Segment(
                                            segment.transferId(),
                                            FIRST,
                                            segment.mss(),
                                            segment.data()));
                    case Effect.Log row
                            when row.book() == LogBook.RESPONDING
                                    && row.bytes() > 0
                                    && requested.areThere() ->
                            new Effect.Log(
                                    row.book(),
                                    row.event(),
                                    FIRST,
                                    row.bytes(),
                                    row.acknowledgement());
                    case Effect.Report(SegmentTraced step)
                            when step.length() > 0 && requested.contains(step.transferId()) ->
                            new Effect.Report(
                                    new SegmentTraced(
                                            step.transferId(),
                                            step.step(),
                                            step.other(),
                                            FIRST,
                                            step.length(),
                                            step.acknowledgement()));
                    case Effect other -> other;
                });
    }
}
