package ringside.peer;

import java.util.Comparator;
import ringside.ring.FileName;

/**
 * A file with the metadata that the disk keeps.
 *
 * @param bytes its size
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 * @param versionMs when it was put on the ring, in ms since the Unix epoch: the newest wins
 */
public record StoredFile(FileName name, long bytes, String sha256, long versionMs) {

    /**
     * A total order, because two files may be stored under one number in the same millisecond: it
     * does not matter which wins, as long as all peers agree.
     */
    private static final Comparator<StoredFile> BY_AGE =
            Comparator.comparingLong(StoredFile::versionMs)
                    .thenComparing(StoredFile::sha256)
                    .thenComparing(StoredFile::name);

    /**
     * Maximum number of ms that a version may lie ahead of the time of day: a day allows for a
     * clock in the wrong time zone.
     */
    static final long MOST_AHEAD_MS = 24 * 60 * 60 * 1_000L;

    /**
     * Validates the numbers and the digest.
     *
     * @throws IllegalArgumentException when a number is out of range or the digest is malformed
     */
    public StoredFile {
        Limits.requireNumber(bytes, "bytes");
        Limits.requireNumber(versionMs, "version");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
    }

    /** Returns the same bytes under another version, in ms since the Unix epoch. */
    public StoredFile withVersion(long otherMs) {
        return new StoredFile(name, bytes, sha256, otherMs);
    }

    /**
     * Returns this file, with the present as its version if its own lies further ahead than any
     * honest clock; otherwise it would block all later stores.
     */
    StoredFile notFarAheadOf(long nowMs) {
        return versionMs > nowMs + MOST_AHEAD_MS ? withVersion(nowMs) : this;
    }

    /** Returns whether both have the same name and content, whatever their versions (SPEC 8.6). */
    public boolean hasSameBytesAs(StoredFile other) {
        return name.equals(other.name) && bytes == other.bytes && sha256.equals(other.sha256);
    }

    /** Returns whether this file replaces another of the same number (SPEC 8.6). */
    boolean isNewerThan(StoredFile other) {
        return BY_AGE.compare(this, other) > 0;
    }
}
