package ringside.peer;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringside.peer.SendWindow.Slot;
import ringside.peer.SendWindow.State;
import ringside.status.SegmentStep;

/**
 * The sender of selective repeat: a window of segments under way, of which only lost ones are sent
 * again. A segment counts as lost when three sent later have arrived (fast retransmit); after a
 * time-out, all do. An acknowledgement without news sends nothing (SPEC 4.7).
 */
final class SelectiveRepeat implements ArqSender {

    /** Later transmissions that must arrive before an earlier one counts as lost. */
    private static final int DUPLICATE_THRESHOLD = 3;

    private final PeerContext context;
    private final OutgoingTransfer transfer;
    private final Listener listener;
    private final BooleanSupplier givesWay;
    private final SegmentSender sender;
    private final RetransmissionTimeOut timeOut = new RetransmissionTimeOut();

    private final SendWindow slots;

    /** Offset of the first segment that has no slot yet. */
    private long nextOffset;

    /** Number of slots that are being read or are under way. */
    private int inFlight;

    /** Number of slots waiting to be sent again. */
    private int lost;

    /** Limit of {@link #inFlight}: the window, or less for a while after a time-out. */
    private int effectiveWindow;

    private int timeOuts;

    /** Whether a segment has arrived that had been counted as lost. */
    private boolean timeOutWasSpurious;

    private long transmissions;
    private long newestAcknowledged;

    /**
     * Creates a flow that has not begun.
     *
     * @param givesWay whether a more urgent transfer is flowing: then this one sends one segment at
     *     a time
     */
    SelectiveRepeat(
            PeerContext context,
            OutgoingTransfer transfer,
            Listener listener,
            BooleanSupplier givesWay) {
        this.context = context;
        this.transfer = transfer;
        this.listener = listener;
        this.givesWay = givesWay;
        this.sender = new SegmentSender(context, transfer);
        this.slots = new SendWindow(transfer.sendWindow, transfer.mss);
    }

    @Override
    public void begin() {
        nextOffset = transfer.offset;
        effectiveWindow = transfer.sendWindow;
        fillWindow();
    }

    private void fillWindow() {
        if (transfer.isAllAcknowledged()) {
            listener.allAcknowledged(transfer);
            return;
        }
        int limit = givesWay.getAsBoolean() ? 1 : effectiveWindow;
        Slot again = firstLost();
        while (inFlight < limit && again != null) {
            sendAgain(again);
            again = firstLost();
        }
        readNext(Math.min(limit - inFlight, slots.room()));
    }

    private @Nullable Slot firstLost() {
        return lost > 0 ? slots.firstLost() : null;
    }

    private void readNext(int segments) {
        long start = nextOffset;
        long end = transfer.file().bytes();
        for (int i = 0; i < segments && nextOffset < end; i++) {
            int length = transfer.lengthAt(nextOffset);
            slots.add(new Slot(nextOffset, length));
            inFlight++;
            nextOffset += length;
        }
        if (nextOffset > start) {
            int length = (int) (nextOffset - start);
            context.file(
                    new FileEffect.Read(
                            transfer.handle, start, length, transfer.mss, transfer.offset));
        }
    }

    /** Sends what has been read, but for segments that have been acknowledged by mistake. */
    @Override
    public void onRead(FileInput.Read read) {
        long end = read.offset() + read.data().length();
        long from = Math.max(read.offset(), slots.firstOffset());
        long upTo = from;
        for (int i = slots.indexOf(from); i >= 0 && i < slots.size() && upTo < end; i++) {
            Slot slot = slots.get(i);
            if (slot.state == State.READING) {
                slot.keep(read.data(), read.offset());
                markInFlight(slot);
            } else {
                send(read, from, upTo);
                from = slot.end();
            }
            upTo = slot.end();
        }
        send(read, from, upTo);
    }

    private void send(FileInput.Read read, long from, long upTo) {
        if (upTo > from) {
            int start = (int) (from - read.offset());
            sender.send(from, read.data().part(start, (int) (upTo - from)));
            transfer.setTimer(context, timeOut.micros());
        }
    }

    private void sendAgain(Slot slot) {
        lost--;
        inFlight++;
        slot.isRepeated = true;
        sender.sendAgain(slot.offset, slot.data());
        markInFlight(slot);
        transfer.setTimer(context, timeOut.micros());
    }

    private void markInFlight(Slot slot) {
        slot.state = State.UNDER_WAY;
        slot.order = ++transmissions;
        slot.sentAt = context.now();
    }

    // -- acknowledgements

    @Override
    public void onReceipt(Datagram.Receipt receipt) {
        sender.received(receipt);
        switch (receipt) {
            case Datagram.SelectiveAcknowledgement selective -> onAcknowledged(selective);
            case Datagram.Acknowledgement other -> {}
        }
    }

    private void onAcknowledged(Datagram.SelectiveAcknowledgement receipt) {
        long upTo = receipt.acknowledgement() - 1;
        if (upTo < transfer.offset || upTo > nextOffset) {
            return;
        }
        if (!takeAcknowledged(receipt, upTo)) {
            return;
        }
        timeOuts = 0;
        effectiveWindow = Math.min(2 * effectiveWindow, transfer.sendWindow);
        boolean mayHaveOvertaken = timeOutWasSpurious || receipt.hasGap();
        if (timeOutWasSpurious) {
            undoSpuriousTimeOut();
        }
        if (mayHaveOvertaken) {
            findOvertaken();
        }
        transfer.setTimer(context, timeOut.micros());
        sender.reportProgressAtTimes();
        fillWindow();
    }

    /** Marks slots as acknowledged; returns whether there was anything new. */
    private boolean takeAcknowledged(Datagram.SelectiveAcknowledgement receipt, long upTo) {
        Slot newest = null;
        boolean isNew = false;
        int after = 0;
        boolean mayHaveCome = true;
        for (int i = 0; i < slots.size() && mayHaveCome; i++) {
            Slot slot = slots.get(i);
            boolean hasCome = slot.end() <= upTo;
            if (!hasCome) {
                hasCome = receipt.has(after);
                after++;
                mayHaveCome = receipt.hasGap();
            }
            if (hasCome && slot.state != State.ACKNOWLEDGED) {
                isNew = true;
                markAcknowledged(slot);
                newest = newer(slot, newest);
            }
        }
        transfer.offset = Math.max(transfer.offset, upTo);
        slots.moveOn();
        if (newest != null) {
            newestAcknowledged = Math.max(newestAcknowledged, newest.order);
            timeOut.measured(context.now() - newest.sentAt);
        }
        return isNew;
    }

    /**
     * Returns the later sent of two slots. A retransmitted slot is ignored, because it is unknown
     * which of its transmissions arrived (Karn's algorithm).
     */
    private static @Nullable Slot newer(Slot slot, @Nullable Slot other) {
        boolean tells = slot.order > 0 && !slot.isRepeated;
        return tells && (other == null || slot.order > other.order) ? slot : other;
    }

    private void markAcknowledged(Slot slot) {
        switch (slot.state) {
            case READING, UNDER_WAY -> inFlight--;
            case LOST -> {
                lost--;
                timeOutWasSpurious = true;
            }
            case ACKNOWLEDGED -> {}
        }
        slot.acknowledge();
    }

    /**
     * Undoes a premature time-out: a segment that counted as lost has arrived without being sent
     * again, so the rest is probably under way too. Those that are not will be overtaken, or time
     * out.
     */
    private void undoSpuriousTimeOut() {
        timeOutWasSpurious = false;
        effectiveWindow = transfer.sendWindow;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.state == State.LOST && !slot.isRepeated) {
                slot.state = State.UNDER_WAY;
                lost--;
                inFlight++;
            }
        }
    }

    private void findOvertaken() {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.state == State.UNDER_WAY
                    && slot.order + DUPLICATE_THRESHOLD <= newestAcknowledged) {
                markLost(slot, SegmentStep.OVERTAKEN);
            }
        }
    }

    private void markLost(Slot slot, SegmentStep why) {
        slot.state = State.LOST;
        inFlight--;
        lost++;
        sender.reportLoss(why, slot.offset, slot.length);
    }

    /** Sends one segment to a receiver that does not answer, and more once it does. */
    @Override
    public void onTimeOut() {
        boolean isWaiting = false;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.state == State.UNDER_WAY) {
                markLost(slot, SegmentStep.TIMED_OUT);
                isWaiting = true;
            }
        }
        if (!isWaiting) {
            transfer.setTimer(context, timeOut.micros());
            return;
        }
        timeOuts++;
        if (timeOuts >= MAX_TIME_OUTS) {
            listener.gaveUp(transfer, transfer.neverAcknowledged());
            return;
        }
        timeOut.backOff();
        effectiveWindow = 1;
        fillWindow();
    }
}
