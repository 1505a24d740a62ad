package ringside.peer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/** The state of one outgoing file, driven by {@link Uploads}. */
final class OutgoingTransfer {

    enum Phase {
        /** The disk looks for the file and computes its digest. */
        OPENING,
        /** The file has been offered to the receiver. */
        OFFERED,
        /** Segments are being sent. */
        FLOWING,
        /**
         * Everything is acknowledged; the receiver verifies the digest and gives the final name.
         */
        CONFIRMING
    }

    final long id;
    final FileHandle handle;
    final PeerId to;
    final TransferPurpose purpose;
    final long lookupId;
    final SendListener listener;
    Phase phase = Phase.OPENING;
    @Nullable StoredFile file;
    int mss;

    /** Segments under way at once; 1 is stop-and-wait. */
    int sendWindow;

    /** Sends the segments, once the receiver has accepted the offer. */
    @Nullable ArqSender flow;

    /** Offset of the first unacknowledged byte. */
    long offset;

    long segments;
    long retransmissions;
    private long overdueAt;

    /** When the earliest pending timer fires; far in the past when none is pending. */
    private long timerAt = Long.MIN_VALUE;

    OutgoingTransfer(
            long id,
            FileHandle handle,
            PeerId to,
            TransferPurpose purpose,
            long lookupId,
            SendListener listener) {
        this.id = id;
        this.handle = handle;
        this.to = to;
        this.purpose = purpose;
        this.lookupId = lookupId;
        this.listener = listener;
    }

    StoredFile file() {
        return Objects.requireNonNull(file, "file of a transfer that is open");
    }

    ArqSender flow() {
        return Objects.requireNonNull(flow, "flow of a transfer that was welcome");
    }

    /** Returns the length of the segment at an offset: the MSS, or the rest of the file. */
    int lengthAt(long segmentOffset) {
        return (int) Math.min(mss, file().bytes() - segmentOffset);
    }

    /**
     * Returns the failure reason for a segment at the current offset that was never acknowledged.
     */
    String neverAcknowledged() {
        return "segment "
                + (1 + offset)
                + " was not acknowledged in "
                + ArqSender.MAX_TIME_OUTS
                + " tries";
    }

    boolean isAllAcknowledged() {
        return offset == file().bytes();
    }

    /**
     * Sets when an outstanding segment, or the confirmation, is overdue. Each transfer has one
     * timer, which is set again if it fires early, so that segments need no timers of their own. A
     * second timer is set only if it must fire before the pending one.
     */
    void setTimer(PeerContext context, long delayMicros) {
        overdueAt = context.now() + delayMicros;
        if (timerAt < context.now() || overdueAt < timerAt) {
            timerAt = overdueAt;
            context.callLater(new Timer.TransferOverdue(id), delayMicros);
        }
    }

    /**
     * Returns, when a timer fires, whether the deadline has passed; sets the timer again if it was
     * early.
     */
    boolean isOverdue(PeerContext context) {
        if (timerAt <= context.now()) {
            timerAt = Long.MIN_VALUE;
        }
        if (context.now() < overdueAt) {
            setTimer(context, overdueAt - context.now());
            return false;
        }
        return true;
    }
}
