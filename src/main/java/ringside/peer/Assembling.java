package ringside.peer;

import ringside.peer.Effect.LogBook;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;

/**
 * Takes the segments of files as they come, has them written in order, and acknowledges each (SPEC
 * 4.2, 4.3). A segment before its turn is kept, as far ahead as the window of its transfer reaches.
 */
final class Assembling {

    private final Surroundings at;

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
        acknowledge(transfer, segment.sequence() + length);
        reportProgress(transfer);
    }

    private void writeWhatIsNext(IncomingTransfer transfer) {
        Bytes next = transfer.early.take(transfer.written);
        while (next.length() > 0) {
            at.file(new FileEffect.Write(transfer.handle, transfer.written, next));
            transfer.written += next.length();
            next = transfer.early.take(transfer.written);
        }
    }

    private void acknowledge(IncomingTransfer transfer, long end) {
        long id = transfer.key.transferId();
        Datagram.Receipt receipt =
                transfer.offer.window() == 1
                        ? new Datagram.Acknowledgement(id, end)
                        : new Datagram.SelectiveAcknowledgement(
                                id,
                                1 + transfer.written,
                                transfer.early.bitmap(transfer.written, transfer.offer.mss()));
        at.send(transfer.key.from(), receipt);
        log("snd", 0, 0, receipt.acknowledgement());
        trace(transfer, SegmentStep.ACKNOWLEDGEMENT_SENT, 0, 0, receipt.acknowledgement());
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
