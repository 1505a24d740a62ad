package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import ringside.peer.Effect.LogBook;
import ringside.status.FileEvent;
import ringside.status.PeerCommand.Droppable;
import ringside.status.SegmentStep;

/**
 * Takes the segments of files as they come, has them written in order, and acknowledges them (SPEC
 * 4.2, 4.3, 4.7). With a window, a segment before its turn is kept, as far ahead as the window
 * reaches, and segments that come in a row are acknowledged together.
 *
 * <p>An acknowledgement says that the bytes have come, not that they are on the disk. While the
 * disk is behind, a segment waits in its place, as far ahead as the window reaches, and is
 * acknowledged when the disk has caught up. So memory is bounded, a short pause of the disk costs
 * no time-out, and a long one fails the transfer at its sender (SPEC 4.9).
 */
final class SegmentReassembler {

    /** At the latest after this part of a window, so that the sender need never pause. */
    private static final int ACKNOWLEDGEMENTS_A_WINDOW = 4;

    private final PeerContext context;

    /** Transfers of which something has come since the last acknowledgement. */
    private final List<IncomingTransfer> unacknowledged = new ArrayList<>();

    private boolean isDiskBehind;

    SegmentReassembler(PeerContext context) {
        this.context = context;
    }

    /** What belongs to no place in the file is passed over. */
    void take(IncomingTransfer transfer, Datagram.Segment segment) {
        long offset = segment.sequence() - 1;
        int length = segment.data().length();
        if (!transfer.hasPlaceFor(offset, length)) {
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
            writeWhatIsNext(transfer);
        }
        if (transfer.offer.window() == 1) {
            acknowledgeIfWritten(transfer, offset + length);
        } else {
            acknowledgeSoon(transfer);
        }
        reportProgress(transfer);
    }

    /** Stop-and-wait: a segment that waits for the disk is acknowledged when it has been taken. */
    private void acknowledgeIfWritten(IncomingTransfer transfer, long end) {
        if (end <= transfer.written) {
            acknowledge(transfer, new Datagram.Acknowledgement(transfer.key.transferId(), 1 + end));
        }
    }

    private void acknowledgeSoon(IncomingTransfer transfer) {
        if (transfer.unacknowledged == 0) {
            unacknowledged.add(transfer);
        }
        transfer.unacknowledged++;
        boolean isTime = transfer.unacknowledged * ACKNOWLEDGEMENTS_A_WINDOW >= transfer.window;
        if (isTime && !isDiskBehind) {
            acknowledgeSelectively(transfer);
            unacknowledged.remove(transfer);
        }
    }

    /** It is over: nothing of it is acknowledged any more. */
    void forget(IncomingTransfer transfer) {
        unacknowledged.remove(transfer);
    }

    /** Nothing more has come for now. */
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

    /** What has waited is written now, in order, and acknowledged. */
    void onDiskCaughtUp(List<IncomingTransfer> transfers) {
        isDiskBehind = false;
        for (IncomingTransfer transfer : transfers) {
            long before = transfer.written;
            writeWhatIsNext(transfer);
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

    private void writeWhatIsNext(IncomingTransfer transfer) {
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
        boolean lost = context.faults.takesDrop(Droppable.ACKNOWLEDGEMENT);
        if (!lost) {
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
        if (context.now() - transfer.lastProgressAt >= Transmission.PROGRESS_PAUSE_MICROS) {
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
