package ringside.status;

import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;

/**
 * A file that a peer holds for the ring.
 *
 * @param name its number and extension
 * @param bytes its size
 * @param owned whether its hash lies in the peer's own range (SPEC 3.2); otherwise the file is a
 *     copy, or on its way to its owner
 * @param sha256 the digest of its bytes, 64 lower-case hexadecimal digits; null if the peer does
 *     not tell
 * @param versionMs when it was put on the ring, in ms since the Unix epoch: the newest wins (SPEC
 *     8.6); null if the peer does not tell
 */
public record HeldFile(
        FileName name,
        long bytes,
        boolean owned,
        @Nullable String sha256,
        @Nullable Long versionMs) {

    /** A file of which neither digest nor version is known. */
    public HeldFile(FileName name, long bytes, boolean owned) {
        this(name, bytes, owned, null, null);
    }
}
