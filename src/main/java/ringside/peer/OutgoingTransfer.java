package ringside.peer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/** The state of one file on its way out of this peer. {@link Sending} moves it. */
final class OutgoingTransfer {

    /** Where a transfer stands. */
    enum Phase {
        /** The disk looks for the file and digests it. */
        OPENING,
        /** The receiver has been asked whether it will take it. */
        OFFERED,
        /** Segments go out, one at a time. */
        FLOWING,
        /** All is acknowledged; the receiver checks the digest and gives the final name. */
        CONFIRMING
    }

    final long id;
    final long handle;
    final PeerId to;
    final TransferPurpose purpose;
    final long lookupId;
    final Errand errand;
    Phase phase = Phase.OPENING;
    @Nullable StoredFile file;
    int mss;

    /** Offset of the first byte that is not acknowledged. */
    long offset;

    /** The segment that starts there, once it has been read. */
    Bytes segment = Bytes.EMPTY;

    /** Time-outs of the outstanding segment in a row. */
    int timeOuts;
    long segments;
    long retransmissions;
    long lastProgressAt;
    private long overdueAt;
    private boolean timerRuns;

    OutgoingTransfer(
            long id, long handle, PeerId to, TransferPurpose purpose, long lookupId, Errand errand) {
        this.id = id;
        this.handle = handle;
        this.to = to;
        this.purpose = purpose;
        this.lookupId = lookupId;
        this.errand = errand;
    }

    StoredFile file() {
        return Objects.requireNonNull(file, "file of a transfer that is open");
    }

    /** The length of the segment at the offset: MSS, or what is left. */
    int nextLength() {
        return (int) Math.min(mss, file().bytes() - offset);
    }

    /** Sequence number of the segment at the offset (SPEC 4.2). */
    long sequence() {
        return 1 + offset;
    }

    boolean isAllAcknowledged() {
        return offset == file().bytes();
    }

    /**
     * Calls back when the outstanding segment, or the confirmation, is overdue. One timer a
     * transfer, set again when it fires early: so a segment costs no timer of its own.
     */
    void setTimer(Surroundings at, long delayMicros) {
        overdueAt = at.now() + delayMicros;
        if (!timerRuns) {
            timerRuns = true;
            at.callLater(new Timer.SegmentOverdue(id), delayMicros);
        }
    }

    /** To be asked when the timer fires; sets it again when it fired early. */
    boolean isOverdue(Surroundings at) {
        timerRuns = false;
        if (at.now() < overdueAt) {
            setTimer(at, overdueAt - at.now());
            return false;
        }
        return true;
    }
}
