package ringside.peer;

import ringside.peer.Effect.LogBook;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;
import ringside.status.TransferPurpose;

/**
 * Sends the segments of one file, or drops them on purpose, and records each step: in the log (SPEC
 * 4.6), as segment events and as progress (SPEC 9.1). The {@link ArqSender} decides when to send
 * what.
 */
final class SegmentSender {

    /** At most 20 progress events a second and transfer (SPEC 9.1). */
    static final long PROGRESS_PAUSE_MICROS = 50 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;
    private final OutgoingTransfer transfer;
    private long lastProgressAt;
    private long lastTracedAt = -PROGRESS_PAUSE_MICROS;

    SegmentSender(PeerContext context, OutgoingTransfer transfer) {
        this.context = context;
        this.transfer = transfer;
    }

    /**
     * Returns the loss probability: only user requests suffer it, not the moves of the ring itself
     * (SPEC 4.3).
     */
    static double loss(PeerContext context, OutgoingTransfer transfer) {
        return transfer.purpose == TransferPurpose.REQUEST ? context.settings().loss() : 0;
    }

    /**
     * Sends the segments of a part of the file: together, unless one of them may be lost on purpose
     * or all are to be reported.
     */
    void send(long offset, Bytes data) {
        if (data.length() > transfer.mss && areAllAlike()) {
            sendTogether(new SegmentTrain(transfer.id, 1 + offset, transfer.mss, data));
            return;
        }
        for (int from = 0; from < data.length(); from += transfer.mss) {
            int length = Math.min(transfer.mss, data.length() - from);
            transmit(
                    offset + from,
                    data.part(from, length),
                    "snd",
                    "Drop",
                    SegmentStep.SENT,
                    SegmentStep.DROPPED);
        }
    }

    private boolean areAllAlike() {
        return !context.faults.mayLoseSegments(loss(context, transfer))
                && !context.areAllSegmentsReported();
    }

    private void sendTogether(SegmentTrain train) {
        transfer.segments += train.count();
        context.log(LogBook.RESPONDING, "snd", train);
        context.send(transfer.to, train);
    }

    void sendAgain(long offset, Bytes data) {
        transfer.retransmissions++;
        transmit(offset, data, "RTX", "RTX/Drop", SegmentStep.RESENT, SegmentStep.RESENT_DROPPED);
    }

    private void transmit(
            long offset,
            Bytes data,
            String sentWord,
            String droppedWord,
            SegmentStep sent,
            SegmentStep dropped) {
        boolean lost = context.faults.drawSegmentLoss(loss(context, transfer), context.random);
        transfer.segments++;
        log(lost ? droppedWord : sentWord, 1 + offset, data.length(), 0);
        trace(lost ? dropped : sent, 1 + offset, data.length(), 0);
        Datagram.Segment segment =
                new Datagram.Segment(transfer.id, 1 + offset, transfer.mss, data);
        if (!lost) {
            context.send(transfer.to, segment);
            return;
        }
        context.drop(transfer.to, segment);
        if (transfer.sendWindow == 1) {
            reportProgress();
        }
    }

    void received(Datagram.Receipt receipt) {
        log("rcv", 0, 0, receipt.acknowledgement());
        trace(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 0, 0, receipt.acknowledgement());
    }

    /** Reports a segment that counts as lost, with the reason. */
    void reportLoss(SegmentStep why, long offset, int length) {
        trace(why, 1 + offset, length, 0);
    }

    void reportProgressAtTimes() {
        if (context.now() - lastProgressAt >= PROGRESS_PAUSE_MICROS) {
            reportProgress();
        }
    }

    /**
     * Reports progress. Also called when stop-and-wait loses a segment, because no newer report
     * follows for a whole second.
     */
    private void reportProgress() {
        lastProgressAt = context.now();
        context.report(
                new FileEvent.TransferProgress(
                        transfer.id,
                        true,
                        transfer.offset,
                        transfer.segments,
                        transfer.retransmissions));
    }

    private void log(String event, long sequence, int bytes, long acknowledgement) {
        context.log(LogBook.RESPONDING, event, sequence, bytes, acknowledgement);
    }

    /**
     * Reports a step. A wide window loses thousands of segments a second, so unless all are
     * requested only some are reported.
     */
    private void trace(SegmentStep step, long sequence, int length, long acknowledgement) {
        if (transfer.sendWindow > 1 && !context.areAllSegmentsReported()) {
            if (context.now() - lastTracedAt < PROGRESS_PAUSE_MICROS) {
                return;
            }
            lastTracedAt = step.isNotable() ? context.now() : lastTracedAt;
        }
        context.trace(transfer.id, step, transfer.to, sequence, length, acknowledgement);
    }
}
