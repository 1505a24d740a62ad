package ringside.peer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/** The state of one file on its way out of this peer. {@link Uploads} moves it. */
final class OutgoingTransfer {

    /** Where a transfer stands. */
    enum Phase {
        /** The disk looks for the file and digests it. */
        OPENING,
        /** The receiver has been asked whether it will take it. */
        OFFERED,
        /** Segments go out. */
        FLOWING,
        /** All is acknowledged; the receiver checks the digest and gives the final name. */
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
    int window;

    /** Lets the segments out, once the receiver wants them. */
    @Nullable Flow flow;

    /** Offset of the first byte that is not acknowledged. */
    long offset;

    long segments;
    long retransmissions;
    private long overdueAt;

    /** When the earliest timer fires that is under way; far in the past when none is. */
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

    Flow flow() {
        return Objects.requireNonNull(flow, "flow of a transfer that was welcome");
    }

    /** The length of the segment at an offset: MSS, or what is left. */
    int lengthAt(long segmentOffset) {
        return (int) Math.min(mss, file().bytes() - segmentOffset);
    }

    /** Why it fails when the segment at the offset does not get through. */
    String neverAcknowledged() {
        return "segment "
                + (1 + offset)
                + " was not acknowledged in "
                + Flow.MAX_TIME_OUTS
                + " tries";
    }

    boolean isAllAcknowledged() {
        return offset == file().bytes();
    }

    /**
     * Calls back when an outstanding segment, or the confirmation, is overdue. One timer a
     * transfer, set again when it fires early: so a segment costs no timer of its own. Only when
     * one is wanted earlier than the one under way is a second one set.
     */
    void setTimer(PeerContext context, long delayMicros) {
        overdueAt = context.now() + delayMicros;
        if (timerAt < context.now() || overdueAt < timerAt) {
            timerAt = overdueAt;
            context.callLater(new Timer.SegmentOverdue(id), delayMicros);
        }
    }

    /** To be asked when a timer fires; sets it again when it fired early. */
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
