package ringside.peer;

import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringside.status.SegmentStep;

/**
 * The sender's half of selective repeat: a window of segments under way, each sent again only when it
 * is lost itself. One is taken for lost when three that were sent later have come (fast retransmit),
 * and all are after a time-out. What tells nothing new sends nothing.
 */
final class SelectiveRepeat implements Flow {

    /** So many later transmissions must have come before an earlier one is taken for lost. */
    private static final int OVERTAKERS = 3;

    private final Surroundings at;
    private final OutgoingTransfer transfer;
    private final Outcome outcome;
    private final BooleanSupplier givesWay;
    private final Transmission transmission;
    private final RetransmissionTimeOut timeOut = new RetransmissionTimeOut();

    /** From the first that is not acknowledged on, in the order of the file. */
    private final ArrayDeque<Slot> slots = new ArrayDeque<>();

    /** Where the first segment begins that has no slot yet. */
    private long nextOffset;

    /** Slots that are being read or under way. */
    private int busy;

    /** Slots that are to be sent again. */
    private int lost;

    /** How many may be busy: the window, and less for a while after a time-out. */
    private int allowed;

    private int timeOuts;
    private long transmissions;
    private long newestAcknowledged;

    /**
     * A flow that has not begun.
     *
     * @param givesWay whether something more urgent flows: then one segment at a time will do
     */
    SelectiveRepeat(
            Surroundings at,
            OutgoingTransfer transfer,
            Outcome outcome,
            BooleanSupplier givesWay) {
        this.at = at;
        this.transfer = transfer;
        this.outcome = outcome;
        this.givesWay = givesWay;
        this.transmission = new Transmission(at, transfer);
    }

    @Override
    public void begin() {
        nextOffset = transfer.offset;
        allowed = transfer.window;
        goOn();
    }

    private void goOn() {
        if (transfer.isAllAcknowledged()) {
            outcome.allAcknowledged(transfer);
            return;
        }
        int most = givesWay.getAsBoolean() ? 1 : allowed;
        boolean canGoOn = true;
        while (busy < most && canGoOn) {
            if (lost > 0) {
                sendAgain(firstLost());
            } else if (slots.size() < transfer.window && nextOffset < transfer.file().bytes()) {
                readNext();
            } else {
                canGoOn = false;
            }
        }
    }

    private Slot firstLost() {
        return slots.stream()
                .filter(slot -> slot.state == State.LOST)
                .findFirst()
                .orElseThrow();
    }

    private void readNext() {
        int length = transfer.lengthAt(nextOffset);
        slots.add(new Slot(nextOffset, length));
        busy++;
        at.file(new FileEffect.Read(transfer.handle, nextOffset, length));
        nextOffset += length;
    }

    @Override
    public void onRead(FileInput.Read read) {
        Slot slot = slotAt(read.offset());
        if (slot != null && slot.state == State.READING) {
            slot.data = read.data();
            transmission.send(slot.offset, slot.data);
            underWay(slot);
        }
    }

    private @Nullable Slot slotAt(long offset) {
        Slot newest = slots.peekLast();
        if (newest == null || newest.offset == offset) {
            return newest;
        }
        return slots.stream().filter(slot -> slot.offset == offset).findFirst().orElse(null);
    }

    private void sendAgain(Slot slot) {
        lost--;
        busy++;
        slot.isRepeated = true;
        transmission.sendAgain(slot.offset, slot.data);
        underWay(slot);
    }

    private void underWay(Slot slot) {
        slot.state = State.UNDER_WAY;
        slot.order = ++transmissions;
        slot.sentAt = at.now();
        transfer.setTimer(at, timeOut.micros());
    }

    // -- what comes back

    @Override
    public void onReceipt(Datagram.Receipt receipt) {
        transmission.received(receipt);
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
        allowed = Math.min(2 * allowed, transfer.window);
        findOvertaken();
        transfer.setTimer(at, timeOut.micros());
        transmission.reportProgressAtTimes();
        goOn();
    }

    /** Whether the receipt tells anything new. */
    private boolean takeAcknowledged(Datagram.SelectiveAcknowledgement receipt, long upTo) {
        Slot newest = null;
        boolean isNew = false;
        int after = 0;
        for (Slot slot : slots) {
            boolean hasCome = slot.end() <= upTo;
            if (!hasCome) {
                hasCome = receipt.has(after);
                after++;
            }
            if (hasCome && slot.state != State.ACKNOWLEDGED) {
                isNew = true;
                acknowledged(slot);
                newest = slot.isNewerThan(newest) ? slot : newest;
            }
        }
        while (!slots.isEmpty() && slots.getFirst().state == State.ACKNOWLEDGED) {
            transfer.offset = slots.removeFirst().end();
        }
        if (newest != null) {
            newestAcknowledged = Math.max(newestAcknowledged, newest.order);
            timeOut.measured(at.now() - newest.sentAt);
        }
        return isNew;
    }

    private void acknowledged(Slot slot) {
        switch (slot.state) {
            case READING, UNDER_WAY -> busy--;
            case LOST -> lost--;
            case ACKNOWLEDGED -> {}
        }
        slot.state = State.ACKNOWLEDGED;
        slot.data = Bytes.EMPTY;
    }

    private void findOvertaken() {
        for (Slot slot : slots) {
            if (slot.state == State.UNDER_WAY
                    && slot.order + OVERTAKERS <= newestAcknowledged) {
                isLost(slot, SegmentStep.OVERTAKEN);
            }
        }
    }

    private void isLost(Slot slot, SegmentStep why) {
        slot.state = State.LOST;
        busy--;
        lost++;
        transmission.lost(why, slot.offset, slot.length);
    }

    /** Whoever does not answer gets one segment, and more when it answers. */
    @Override
    public void onTimeOut() {
        boolean isWaiting = false;
        for (Slot slot : slots) {
            if (slot.state == State.UNDER_WAY) {
                isLost(slot, SegmentStep.TIMED_OUT);
                isWaiting = true;
            }
        }
        if (!isWaiting) {
            transfer.setTimer(at, timeOut.micros());
            return;
        }
        timeOuts++;
        if (timeOuts >= MAX_TIME_OUTS) {
            outcome.gaveUp(transfer, transfer.neverAcknowledged());
            return;
        }
        timeOut.backOff();
        allowed = 1;
        goOn();
    }

    /** Where a segment of the window stands. */
    private enum State {
        READING,
        UNDER_WAY,
        LOST,
        ACKNOWLEDGED
    }

    /** One segment of the window. */
    private static final class Slot {
        final long offset;
        final int length;
        State state = State.READING;
        Bytes data = Bytes.EMPTY;

        /** Which of the transmissions of this flow its latest was. */
        long order;

        long sentAt;
        boolean isRepeated;

        Slot(long offset, int length) {
            this.offset = offset;
            this.length = length;
        }

        long end() {
            return offset + length;
        }

        /** One that was sent twice tells nothing: which of the two has come? (Karn) */
        boolean isNewerThan(@Nullable Slot other) {
            return order > 0 && !isRepeated && (other == null || order > other.order);
        }
    }
}
