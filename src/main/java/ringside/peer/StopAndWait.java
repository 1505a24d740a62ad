package ringside.peer;

import ringside.status.SegmentStep;

/**
 * The sender of stop-and-wait: one segment at a time, sent again after a time-out (SPEC 4.2, 4.3).
 */
final class StopAndWait implements ArqSender {

    /** The retransmission time-out (SPEC 4.2). */
    static final long TIME_OUT_MICROS = 1_000 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;
    private final OutgoingTransfer transfer;
    private final Listener listener;
    private final SegmentSender sender;

    /** The segment at the transfer's offset, once it has been read. */
    private Bytes segment = Bytes.EMPTY;

    /** Consecutive time-outs of the outstanding segment. */
    private int timeOuts;

    StopAndWait(PeerContext context, OutgoingTransfer transfer, Listener listener) {
        this.context = context;
        this.transfer = transfer;
        this.listener = listener;
        this.sender = new SegmentSender(context, transfer);
    }

    @Override
    public void begin() {
        next();
    }

    private void next() {
        if (transfer.isAllAcknowledged()) {
            listener.allAcknowledged(transfer);
        } else {
            int length = transfer.lengthAt(transfer.offset);
            context.file(
                    new FileEffect.Read(
                            transfer.handle, transfer.offset, length, length, transfer.offset));
        }
    }

    @Override
    public void onRead(FileInput.Read read) {
        if (read.offset() == transfer.offset) {
            segment = read.data();
            timeOuts = 0;
            sender.send(transfer.offset, segment);
            transfer.setTimer(context, TIME_OUT_MICROS);
        }
    }

    /** Continues after a new acknowledgement; a duplicate or late one sends nothing (SPEC 4.3). */
    @Override
    public void onReceipt(Datagram.Receipt receipt) {
        sender.received(receipt);
        int length = segment.length();
        if (length > 0 && receipt.acknowledgement() == 1 + transfer.offset + length) {
            transfer.offset += length;
            segment = Bytes.EMPTY;
            sender.reportProgressAtTimes();
            next();
        }
    }

    /** Sends the outstanding segment again, unless the disk is still reading it. */
    @Override
    public void onTimeOut() {
        int length = segment.length();
        if (length > 0) {
            sender.reportLoss(SegmentStep.TIMED_OUT, transfer.offset, length);
            timeOuts++;
            if (timeOuts >= MAX_TIME_OUTS) {
                listener.gaveUp(transfer, transfer.neverAcknowledged());
                return;
            }
            sender.sendAgain(transfer.offset, segment);
        }
        transfer.setTimer(context, TIME_OUT_MICROS);
    }
}
