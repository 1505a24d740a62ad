package ringside.status;

import java.util.List;
import ringside.ring.FileName;
import ringside.ring.PeerId;

/** Events of the files that a peer holds, sends and receives (SPEC 4, 8). */
public sealed interface FileEvent extends PeerEvent {

    /** The complete list of files held for the ring, sorted by name. */
    record FilesHeld(List<HeldFile> files) implements FileEvent {
        public FilesHeld {
            files = List.copyOf(files);
        }
    }

    /** A file that the peer requested is complete in its folder, at {@code path}. */
    record FileReceived(FileName file, long bytes, PeerId from, String path) implements FileEvent {}

    /**
     * A program of others has written a file that it had requested into its folder, seen from
     * outside (PROGRAMS 3.6).
     *
     * @param name of the file, within the folder
     * @param prescribedName the name that the rules prescribe
     * @param path where it lies
     */
    record FileWritten(FileName file, String name, String prescribedName, long bytes, String path)
            implements FileEvent {}

    /** A stored file no longer matches what was stored; the reason is one plain sentence. */
    record FileDamaged(FileName file, String reason) implements FileEvent {}

    /** A damaged file was repaired, with data sent by {@code from} or stored anew by the user. */
    record FileMended(FileName file, PeerId from) implements FileEvent {}

    /**
     * The owner has the file on disk; {@code holders} counts the owner and the copies (SPEC 8.1).
     */
    record FileStored(FileName file, PeerId owner, int holders) implements FileEvent {}

    /**
     * One side of a transfer started. Both sides report this, with the same id.
     *
     * @param transferId chosen at random by the sender; unique together with the sender
     * @param sending whether the reporting peer is the sender
     * @param other the peer at the other side
     * @param bytes the size of the file
     * @param offset bytes that the receiver kept from an earlier, interrupted transfer
     * @param mss maximum segment size in bytes
     * @param window segments under way at once; 1 is stop-and-wait
     * @param loss the simulated loss that applies, 0 to 1; 0 at the receiver
     */
    record TransferStarted(
            long transferId,
            boolean sending,
            PeerId other,
            FileName file,
            long bytes,
            long offset,
            int mss,
            int window,
            double loss,
            TransferPurpose purpose)
            implements FileEvent {
        public TransferStarted {
            if (!(loss >= 0 && loss <= 1)) {
                throw new IllegalArgumentException("loss is a probability, not " + loss);
            }
        }
    }

    /**
     * The progress of one side, reported at most 20 times a second.
     *
     * @param bytes acknowledged at the sender, written at the receiver
     * @param segments data segments sent or received so far, including repeated ones
     * @param retransmissions segments sent again, or duplicates received
     */
    record TransferProgress(
            long transferId, boolean sending, long bytes, long segments, long retransmissions)
            implements FileEvent {}

    /** One step of one segment. All steps are reported only while segment events are on. */
    record SegmentTraced(
            long transferId,
            SegmentStep step,
            PeerId other,
            long sequence,
            int length,
            long acknowledgement)
            implements FileEvent {}

    /**
     * One side finished: everything is acknowledged (sender), or checked and renamed (receiver).
     */
    record TransferDone(
            long transferId, boolean sending, long bytes, long segments, long retransmissions)
            implements FileEvent {}

    /** One side gave up; the reason is made one plain sentence. */
    record TransferFailed(long transferId, boolean sending, String reason) implements FileEvent {
        public TransferFailed {
            reason = PlainSentence.of(reason);
        }
    }
}
