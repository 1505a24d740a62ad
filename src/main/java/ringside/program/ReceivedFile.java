package ringside.program;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.FileEvent.FileWritten;
import ringside.status.FileEvent.TransferDone;
import ringside.status.FileEvent.TransferProgress;
import ringside.status.FileEvent.TransferStarted;

/**
 * The file of one transfer at its receiver, seen as it grows (PROGRAMS 3.5, 3.6). Not thread-safe.
 */
final class ReceivedFile {

    private final ReceivedFiles files;
    private final TransferStarted transfer;
    private ReceivedFiles.@Nullable Found before;
    private ReceivedFiles.@Nullable Found last;

    /** Begins to look for the file of a transfer, at its receiver. */
    ReceivedFile(ReceivedFiles files, TransferStarted transfer) {
        this.files = files;
        this.transfer = transfer;
    }

    /** Looks, and returns the progress if the size has changed; it has no counts of segments. */
    Optional<TransferProgress> look() {
        before = last;
        last = files.find(number()).orElse(null);
        long bytes = bytesOf(last);
        return bytes == bytesOf(before)
                ? Optional.empty()
                : Optional.of(new TransferProgress(transfer.transferId(), false, bytes, 0, 0));
    }

    private static long bytesOf(ReceivedFiles.@Nullable Found found) {
        return found == null ? 0 : found.bytes();
    }

    /** Returns whether the last look saw what the one before it saw. */
    boolean isAtRest() {
        return Objects.equals(last, before);
    }

    /** Returns the end of the transfer with the size that the file had last, if there is one. */
    TransferDone withSize(TransferDone done) {
        return last == null
                ? done
                : new TransferDone(
                        done.transferId(),
                        done.sending(),
                        last.bytes(),
                        done.segments(),
                        done.retransmissions());
    }

    /** Takes the file for complete, as it was at the last look; empty if there was none. */
    Optional<FileWritten> complete() {
        ReceivedFiles.Found found = last;
        if (found == null) {
            return Optional.empty();
        }
        files.completed(found.file());
        return Optional.of(
                new FileWritten(
                        transfer.file(),
                        files.nameOf(found.file()),
                        files.prescribedName(number()),
                        found.bytes(),
                        found.file().toString()));
    }

    private FileNumber number() {
        return transfer.file().number();
    }
}
