package ringside.peer;

import java.util.Comparator;
import java.util.Objects;
import ringside.ring.FileName;

/**
 * A file as the disk knows it.
 *
 * @param bytes its size
 * @param versionMs when it was put on the ring, in ms since the Unix epoch: the newest wins
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 */
public record StoredFile(FileName name, long bytes, long versionMs, String sha256) {

    /** Two files stored under one number in the same millisecond: any order will do, but one. */
    private static final Comparator<StoredFile> BY_AGE =
            Comparator.comparingLong(StoredFile::versionMs)
                    .thenComparing(StoredFile::sha256)
                    .thenComparing(StoredFile::name);

    /**
     * How far a version may lie ahead of the time of day, in ms: a day covers a clock in the wrong
     * time zone.
     */
    static final long MOST_AHEAD_MS = 24 * 60 * 60 * 1_000L;

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException when a number is negative or the digest is none
     */
    public StoredFile {
        Objects.requireNonNull(name, "name");
        if (bytes < 0 || versionMs < 0) {
            throw new IllegalArgumentException("size or version is negative");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
    }

    /** The same bytes under another version, in ms since the Unix epoch. */
    public StoredFile withVersion(long otherMs) {
        return new StoredFile(name, bytes, otherMs, sha256);
    }

    /**
     * This file, with the present for its version when that lies further ahead than any honest
     * clock: it must not shut out what is stored later.
     */
    StoredFile notFarAheadOf(long nowMs) {
        return versionMs > nowMs + MOST_AHEAD_MS ? withVersion(nowMs) : this;
    }

    /** Whether both have the same name and content, whatever their versions (SPEC 8.6). */
    public boolean hasSameBytesAs(StoredFile other) {
        return name.equals(other.name) && bytes == other.bytes && sha256.equals(other.sha256);
    }

    /** Whether this one replaces another of the same number (SPEC 8.6). */
    boolean isNewerThan(StoredFile other) {
        return BY_AGE.compare(this, other) > 0;
    }
}
