package ringside.model;

import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * One transfer, as both its sides tell it (SPEC 4).
 *
 * @param transferId unique together with the sender
 * @param bytes size of the file
 * @param offset bytes that the receiver had already when it began: an earlier transfer broke off
 * @param mss largest segment in bytes
 * @param window segments under way at once; 1 is stop-and-wait
 * @param loss the simulated loss at the sender, 0 to 1
 * @param sending what the sender told last
 * @param receiving what the receiver told last
 * @param bytesPerSecond since the transfer began
 * @param startedAtMicros when the first side began
 * @param endedAtMicros when its end was known; 0 while it runs
 * @param receivedPath where the whole file lies at a peer that asked for it, or null
 */
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
        @Nullable String receivedPath) {

    /** Whether somebody asked for it; the others are the ring's own housekeeping. */
    public boolean isAskedFor() {
        return switch (purpose) {
            case REQUEST, STORE -> true;
            case COPY, HANDOVER -> false;
        };
    }

    /** How a transfer stands. */
    public enum Outcome {
        /** Neither side has ended. */
        UNDER_WAY,
        /** The file has arrived whole. */
        DONE,
        /** It was given up; {@link TransferState#reason} says why. */
        FAILED
    }

    /** The receiver's word counts more than the sender's: it alone knows whether all arrived. */
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

    /** Segments sent again, or received twice while the sender has told nothing. */
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

    TransferState with(TransferSide itsSending, TransferSide itsReceiving, double rate) {
        return new TransferState(
                transferId,
                sender,
                receiver,
                file,
                bytes,
                offset,
                mss,
                window,
                loss,
                purpose,
                itsSending,
                itsReceiving,
                rate,
                startedAtMicros,
                endedAtMicros,
                receivedPath);
    }

    TransferState ended(long atMicros, double rate) {
        return new TransferState(
                transferId,
                sender,
                receiver,
                file,
                bytes,
                offset,
                mss,
                window,
                loss,
                purpose,
                sending,
                receiving,
                rate,
                startedAtMicros,
                atMicros,
                receivedPath);
    }

    TransferState withLoss(double itsLoss) {
        return new TransferState(
                transferId,
                sender,
                receiver,
                file,
                bytes,
                offset,
                mss,
                window,
                itsLoss,
                purpose,
                sending,
                receiving,
                bytesPerSecond,
                startedAtMicros,
                endedAtMicros,
                receivedPath);
    }

    TransferState receivedAt(String path) {
        return new TransferState(
                transferId,
                sender,
                receiver,
                file,
                bytes,
                offset,
                mss,
                window,
                loss,
                purpose,
                sending,
                receiving,
                bytesPerSecond,
                startedAtMicros,
                endedAtMicros,
                path);
    }
}
