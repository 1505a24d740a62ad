package ringside.peer;

import ringside.peer.Effect.LogBook;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;
import ringside.status.TransferPurpose;

/**
 * The sender's half of stop-and-wait: one segment at a time, again after a time-out, with simulated
 * loss of what a user asked for (SPEC 4.2, 4.3).
 */
final class StopAndWait {

    /** The retransmission time-out (SPEC 4.2). */
    static final long TIME_OUT_MICROS = 1_000 * Surroundings.MICROS_PER_MS;

    /** After so many time-outs of one segment in a row the transfer fails (SPEC 4.4). */
    static final int MAX_TIME_OUTS = 20;

    /** At most 20 progress events a second and transfer (SPEC 9.1). */
    static final long PROGRESS_PAUSE_MICROS = 50 * Surroundings.MICROS_PER_MS;

    /** What becomes of a flow; one of the two is called, once. */
    interface Outcome {
        /** Every byte is acknowledged. */
        void allAcknowledged(OutgoingTransfer transfer);

        /** One segment was never acknowledged. */
        void gaveUp(OutgoingTransfer transfer, String reason);
    }

    private final Surroundings at;
    private final Outcome outcome;

    StopAndWait(Surroundings at, Outcome outcome) {
        this.at = at;
        this.outcome = outcome;
    }

    /** Only what a user asked for suffers; handing files over is not a lesson (SPEC 4.3). */
    double loss(OutgoingTransfer transfer) {
        return transfer.purpose == TransferPurpose.REQUEST ? at.settings().loss() : 0;
    }

    /** Goes on with the next segment, or says that there is none. */
    void next(OutgoingTransfer transfer) {
        if (transfer.isAllAcknowledged()) {
            outcome.allAcknowledged(transfer);
        } else {
            at.file(
                    new FileEffect.Read(
                            transfer.handle, transfer.offset, transfer.nextLength()));
        }
    }

    void onRead(OutgoingTransfer transfer, FileInput.Read read) {
        if (read.offset() == transfer.offset) {
            transfer.segment = read.data();
            transfer.timeOuts = 0;
            transmit(transfer, "snd", "Drop", SegmentStep.SENT, SegmentStep.DROPPED);
        }
    }

    private void transmit(
            OutgoingTransfer transfer,
            String sentWord,
            String droppedWord,
            SegmentStep sent,
            SegmentStep dropped) {
        boolean lost = at.draws.fraction() < loss(transfer);
        transfer.segments++;
        int length = transfer.segment.length();
        log(lost ? droppedWord : sentWord, transfer.sequence(), length, 0);
        trace(transfer, lost ? dropped : sent, transfer.sequence(), length, 0);
        if (lost) {
            reportProgress(transfer);
        } else {
            at.send(
                    transfer.to,
                    new Datagram.Segment(
                            transfer.id, transfer.sequence(), transfer.mss, transfer.segment));
        }
        transfer.setTimer(at, TIME_OUT_MICROS);
    }

    /** A duplicate or late acknowledgement sends nothing (SPEC 4.3). */
    void onAcknowledgement(OutgoingTransfer transfer, long number) {
        log("rcv", 0, 0, number);
        trace(transfer, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 0, 0, number);
        int length = transfer.segment.length();
        if (length > 0 && number == transfer.sequence() + length) {
            transfer.offset += length;
            transfer.segment = Bytes.EMPTY;
            reportProgressAtTimes(transfer);
            next(transfer);
        }
    }

    /** While the disk still reads there is nothing to be sent again. */
    void onTimeOut(OutgoingTransfer transfer) {
        int length = transfer.segment.length();
        if (length == 0) {
            transfer.setTimer(at, TIME_OUT_MICROS);
            return;
        }
        trace(transfer, SegmentStep.TIMED_OUT, transfer.sequence(), length, 0);
        transfer.timeOuts++;
        if (transfer.timeOuts >= MAX_TIME_OUTS) {
            outcome.gaveUp(
                    transfer,
                    "segment " + transfer.sequence() + " was not acknowledged in "
                            + MAX_TIME_OUTS + " tries");
            return;
        }
        transfer.retransmissions++;
        transmit(transfer, "RTX", "RTX/Drop", SegmentStep.RESENT, SegmentStep.RESENT_DROPPED);
    }

    private void reportProgressAtTimes(OutgoingTransfer transfer) {
        if (at.now() - transfer.lastProgressAt >= PROGRESS_PAUSE_MICROS) {
            reportProgress(transfer);
        }
    }

    /** Also when a segment is lost: for a whole second there is nothing newer to be told. */
    private void reportProgress(OutgoingTransfer transfer) {
        transfer.lastProgressAt = at.now();
        at.report(
                new FileEvent.TransferProgress(
                        transfer.id,
                        true,
                        transfer.offset,
                        transfer.segments,
                        transfer.retransmissions));
    }

    private void log(String event, long sequence, int bytes, long acknowledgement) {
        at.log(LogBook.RESPONDING, event, sequence, bytes, acknowledgement);
    }

    private void trace(
            OutgoingTransfer transfer,
            SegmentStep step,
            long sequence,
            int length,
            long acknowledgement) {
        at.trace(transfer.id, step, transfer.to, sequence, length, acknowledgement);
    }
}
