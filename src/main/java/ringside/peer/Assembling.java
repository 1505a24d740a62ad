package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import ringside.peer.Effect.LogBook;
import ringside.status.FileEvent;
import ringside.status.PeerCommand.Droppable;
import ringside.status.SegmentStep;

/**
 * Takes the segments of files as they come, has them written in order, and acknowledges them (SPEC
 * 4.2, 4.3). With a window, a segment before its turn is kept, as far ahead as the window reaches, and
 * segments that come in a row are acknowledged together.
 */
final class Assembling {

    /** At the latest after this part of a window, so that the sender need never pause. */
    private static final int ACKNOWLEDGEMENTS_A_WINDOW = 4;

    private final Surroundings at;

    /** Transfers of which something has come since the last acknowledgement. */
    private final List<IncomingTransfer> unacknowledged = new ArrayList<>();

    Assembling(Surroundings at) {
        this.at = at;
    }

    /** What belongs to no place in the file is passed over. */
    void take(IncomingTransfer transfer, Datagram.Segment segment) {
        long offset = segment.sequence() - 1;
        int length = segment.data().length();
        if (!transfer.hasPlaceFor(offset, length)) {
            return;
        }
        transfer.heardAt = at.now();
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
            acknowledge(
                    transfer,
                    new Datagram.Acknowledgement(
                            transfer.key.transferId(), segment.sequence() + length));
        } else {
            acknowledgeSoon(transfer);
        }
        reportProgress(transfer);
    }

    private void acknowledgeSoon(IncomingTransfer transfer) {
        if (transfer.unacknowledged == 0) {
            unacknowledged.add(transfer);
        }
        transfer.unacknowledged++;
        if (transfer.unacknowledged * ACKNOWLEDGEMENTS_A_WINDOW >= transfer.window) {
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
        unacknowledged.forEach(this::acknowledgeSelectively);
        unacknowledged.clear();
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
        Bytes next = transfer.early.take(transfer.written);
        while (next.length() > 0) {
            at.file(new FileEffect.Write(transfer.handle, transfer.written, next));
            transfer.written += next.length();
            next = transfer.early.take(transfer.written);
        }
    }

    private void acknowledge(IncomingTransfer transfer, Datagram.Receipt receipt) {
        boolean lost = at.faults.takesDrop(Droppable.ACKNOWLEDGEMENT);
        if (!lost) {
            at.send(transfer.key.from(), receipt);
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
        if (at.now() - transfer.lastProgressAt >= Transmission.PROGRESS_PAUSE_MICROS) {
            transfer.lastProgressAt = at.now();
            at.report(
                    new FileEvent.TransferProgress(
                            transfer.key.transferId(),
                            false,
                            transfer.written,
                            transfer.segments,
                            transfer.duplicates));
        }
    }

    private void log(String event, long sequence, int bytes, long acknowledgement) {
        at.log(LogBook.REQUESTING, event, sequence, bytes, acknowledgement);
    }

    private void trace(
            IncomingTransfer transfer,
            SegmentStep step,
            long sequence,
            int length,
            long acknowledgement) {
        at.trace(
                transfer.key.transferId(),
                step,
                transfer.key.from(),
                sequence,
                length,
                acknowledgement);
    }
}
