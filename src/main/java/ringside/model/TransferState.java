package ringside.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * One transfer, as its two sides report it (SPEC 4).
 *
 * @param transferId unique together with the sender
 * @param bytes size of the file
 * @param offset bytes that the receiver had already, from an earlier transfer that broke off
 * @param mss largest segment in bytes
 * @param window segments under way at once; 1 is stop-and-wait
 * @param loss the simulated loss at the sender, 0 to 1
 * @param sending the sender's last report
 * @param receiving the receiver's last report
 * @param bytesPerSecond mean rate since the transfer began
 * @param startedAtMicros when the first side began
 * @param endedAtMicros when the first side reported the end; 0 while it runs
 * @param receivedPath path of the complete file at the peer that requested it, or null
 */
@RecordBuilder
public record TransferState(
        long transferId,
        PeerId sender,
        PeerId receiver,
        FileName file,
        long bytes,
        long offset,
        int mss,
        int window,
        double loss,
        TransferPurpose purpose,
        TransferSide sending,
        TransferSide receiving,
        double bytesPerSecond,
        long startedAtMicros,
        long endedAtMicros,
        @Nullable String receivedPath)
        implements TransferStateBuilder.With {

    /** Identifies a transfer: its sender draws its id. */
    public record Key(long transferId, PeerId sender) {}

    public Key key() {
        return new Key(transferId, sender);
    }

    /** Whether a user asked for it; the other transfers are the ring's own housekeeping. */
    public boolean isAskedFor() {
        return switch (purpose) {
            case REQUEST, STORE -> true;
            case COPY, HANDOVER -> false;
        };
    }

    public enum Outcome {
        /** Neither side has ended. */
        UNDER_WAY,
        /** The file has arrived whole. */
        DONE,
        /** It was given up; {@link TransferState#reason} says why. */
        FAILED
    }

    /**
     * The receiver's report outweighs the sender's: only the receiver knows whether all bytes
     * arrived.
     */
    public Outcome outcome() {
        return receiving.outcome() != Outcome.UNDER_WAY ? receiving.outcome() : sending.outcome();
    }

    /** Why it failed, one plain sentence; empty otherwise. */
    public String reason() {
        return receiving.outcome() == Outcome.FAILED ? receiving.reason() : sending.reason();
    }

    /** Bytes that have arrived, as far as either side knows. */
    public long bytesDone() {
        return outcome() == Outcome.DONE ? bytes : Math.max(sending.bytes(), receiving.bytes());
    }

    /** The share that has arrived, 0 to 1; an empty file is whole once it is done. */
    public double progress() {
        if (bytes == 0) {
            return outcome() == Outcome.DONE ? 1 : 0;
        }
        return Math.min(1, (double) bytesDone() / bytes);
    }

    /** Segments sent again, or received twice while the sender has reported nothing. */
    public long retransmissions() {
        return Math.max(sending.retransmissions(), receiving.retransmissions());
    }

    /** Data segments that the file is cut into. */
    public long segmentsInAll() {
        return (bytes + mss - 1) / mss;
    }

    /** Whether the peer is one of the two sides. */
    public boolean involves(PeerId peer) {
        return sender.equals(peer) || receiver.equals(peer);
    }
}
