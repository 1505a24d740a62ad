package ringside.runs;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run whose recording lies on the disk.
 *
 * @param recording the file
 * @param changed when it was last written
 * @param bytes all that its folder holds
 * @param notes what somebody has written about it
 * @param state whether it can be deleted
 */
public record PastRun(Path recording, Instant changed, long bytes, RunNotes notes, State state) {

    /** Who uses a run. */
    public enum State {
        /** A ring writes it. */
        RUNNING,
        /** It is over. */
        OVER
    }

    /** Returns the name of its folder, which tells when it began. */
    public String folderName() {
        Path folder = recording.toAbsolutePath().getParent();
        return folder == null ? "" : String.valueOf(folder.getFileName());
    }
}
