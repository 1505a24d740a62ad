package ringside.peer;

import java.util.Objects;
import ringside.ring.FileName;

/**
 * A file as the disk knows it.
 *
 * @param bytes its size
 * @param versionMs when it was put on the ring, in ms since the Unix epoch: the newest wins
 */
public record StoredFile(FileName name, long bytes, long versionMs) {

    /** Checks that nothing is missing. */
    public StoredFile {
        Objects.requireNonNull(name, "name");
    }
}
