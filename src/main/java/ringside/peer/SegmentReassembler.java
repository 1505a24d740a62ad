package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import ringside.peer.Effect.LogBook;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;

/**
 * Takes segments in order of arrival, writes them in order of the file, and acknowledges them (SPEC
 * 4.2, 4.3, 4.7). With a window, early segments are buffered up to the window's width, and
 * consecutive segments are acknowledged together.
 *
 * <p>An acknowledgement says that the bytes have arrived, not that they are on disk. While the disk
 * is behind, segments wait in the buffer, up to the window's width, and are acknowledged once the
 * disk has caught up. So memory is bounded, a short pause of the disk causes no time-out, and a
 * long one fails the transfer at its sender (SPEC 4.9).
 */
final class SegmentReassembler {

    /** Acknowledgements per window at least, so that the sender never has to pause. */
    private static final int ACKNOWLEDGEMENTS_A_WINDOW = 2;

    private final PeerContext context;

    /** Transfers that received segments since their last acknowledgement. */
    private final List<IncomingTransfer> unacknowledged = new ArrayList<>();

    private boolean isDiskBehind;

    SegmentReassembler(PeerContext context) {
        this.context = context;
    }

    /** Accepts segments that have arrived together: the next of the file in one step. */
    void take(IncomingTransfer transfer, SegmentTrain train) {
        if (isNext(transfer, train)) {
            takeNext(transfer, train);
        } else {
            for (Datagram.Segment segment : train.segments()) {
                take(transfer, segment.copy());
            }
        }
    }

    private boolean isNext(IncomingTransfer transfer, SegmentTrain train) {
        return train.sequence() == 1 + transfer.written
                && transfer.offer.window() > 1
                && transfer.early.isEmpty()
                && transfer.fits(train)
                && !isDiskBehind
                && !context.areAllSegmentsReported();
    }

    private void takeNext(IncomingTransfer transfer, SegmentTrain train) {
        transfer.heardAt = context.now();
        transfer.segments += train.count();
        context.log(LogBook.REQUESTING, "rcv", train);
        context.file(new FileEffect.Write(transfer.handle, transfer.written, train.data()));
        transfer.written += train.data().length();
        acknowledgeSoon(transfer, train.count());
        reportProgress(transfer);
    }

    /** Accepts a segment; ignores one that fits nowhere in the file. */
    void take(IncomingTransfer transfer, Datagram.Segment segment) {
        long offset = segment.sequence() - 1;
        int length = segment.data().length();
        if (!transfer.fits(offset, length)) {
            return;
        }
        transfer.heardAt = context.now();
        transfer.segments++;
        log("rcv", segment.sequence(), length, 0);
        if (offset < transfer.written || transfer.early.has(offset)) {
            transfer.duplicates++;
            trace(transfer, SegmentStep.DUPLICATE_RECEIVED, segment.sequence(), length, 0);
        } else {
            trace(transfer, SegmentStep.RECEIVED, segment.sequence(), length, 0);
            transfer.early.keep(offset, segment.data());
            writeInOrder(transfer);
        }
        if (transfer.offer.window() == 1) {
            acknowledgeIfWritten(transfer, offset + length);
        } else {
            acknowledgeSoon(transfer, 1);
        }
        reportProgress(transfer);
    }

    /**
     * Acknowledges a stop-and-wait segment once it is written; one that waits for the disk is
     * acknowledged later.
     */
    private void acknowledgeIfWritten(IncomingTransfer transfer, long end) {
        if (end <= transfer.written) {
            acknowledge(transfer, new Datagram.Acknowledgement(transfer.key.transferId(), 1 + end));
        }
    }

    private void acknowledgeSoon(IncomingTransfer transfer, int segments) {
        if (transfer.unacknowledged == 0) {
            unacknowledged.add(transfer);
        }
        transfer.unacknowledged += segments;
        boolean isTime = transfer.unacknowledged * ACKNOWLEDGEMENTS_A_WINDOW >= transfer.sendWindow;
        if (isTime && !isDiskBehind) {
            acknowledgeSelectively(transfer);
            unacknowledged.remove(transfer);
        }
    }

    /** Stops acknowledging a transfer that is over. */
    void forget(IncomingTransfer transfer) {
        unacknowledged.remove(transfer);
    }

    /** Acknowledges all transfers, because no more datagrams are waiting for now. */
    void acknowledgeAll() {
        if (isDiskBehind) {
            return;
        }
        unacknowledged.forEach(this::acknowledgeSelectively);
        unacknowledged.clear();
    }

    void onDiskBehind() {
        isDiskBehind = true;
    }

    /** Writes the segments that waited for the disk, in order, and acknowledges them. */
    void onDiskCaughtUp(List<IncomingTransfer> transfers) {
        isDiskBehind = false;
        for (IncomingTransfer transfer : transfers) {
            long before = transfer.written;
            writeInOrder(transfer);
            if (transfer.offer.window() == 1 && transfer.written > before) {
                acknowledgeIfWritten(transfer, transfer.written);
            }
        }
        acknowledgeAll();
    }

    private void acknowledgeSelectively(IncomingTransfer transfer) {
        transfer.unacknowledged = 0;
        acknowledge(
                transfer,
                new Datagram.SelectiveAcknowledgement(
                        transfer.key.transferId(),
                        1 + transfer.written,
                        transfer.early.bitmap(transfer.written, transfer.offer.mss())));
    }

    private void writeInOrder(IncomingTransfer transfer) {
        if (isDiskBehind) {
            return;
        }
        Bytes next = transfer.early.take(transfer.written);
        while (next.length() > 0) {
            context.file(new FileEffect.Write(transfer.handle, transfer.written, next));
            transfer.written += next.length();
            next = transfer.early.take(transfer.written);
        }
    }

    private void acknowledge(IncomingTransfer transfer, Datagram.Receipt receipt) {
        boolean lost = context.faults.takeAcknowledgementLoss();
        if (lost) {
            context.drop(transfer.key.from(), receipt);
        } else {
            context.send(transfer.key.from(), receipt);
        }
        log(lost ? "Drop" : "snd", 0, 0, receipt.acknowledgement());
        trace(
                transfer,
                lost ? SegmentStep.ACKNOWLEDGEMENT_DROPPED : SegmentStep.ACKNOWLEDGEMENT_SENT,
                0,
                0,
                receipt.acknowledgement());
    }

    private void reportProgress(IncomingTransfer transfer) {
        if (context.now() - transfer.lastProgressAt >= SegmentSender.PROGRESS_PAUSE_MICROS) {
            transfer.lastProgressAt = context.now();
            context.report(
                    new FileEvent.TransferProgress(
                            transfer.key.transferId(),
                            false,
                            transfer.written,
                            transfer.segments,
                            transfer.duplicates));
        }
    }

    private void log(String event, long sequence, int bytes, long acknowledgement) {
        context.log(LogBook.REQUESTING, event, sequence, bytes, acknowledgement);
    }

    private void trace(
            IncomingTransfer transfer,
            SegmentStep step,
            long sequence,
            int length,
            long acknowledgement) {
        context.trace(
                transfer.key.transferId(),
                step,
                transfer.key.from(),
                sequence,
                length,
                acknowledgement);
    }
}
