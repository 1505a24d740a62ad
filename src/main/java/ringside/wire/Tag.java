package ringside.wire;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Computes tags: HMAC-SHA-256, cut to its first {@value #BYTES} bytes (RFC 2104). Confined to one
 * thread.
 */
final class Tag {

    /** Length of a tag in bytes: half of the digest, the least that RFC 2104 advises. */
    static final int BYTES = 16;

    private static final int DIGEST_BYTES = 32;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final RingKey key;
    private final byte[] inner = new byte[DIGEST_BYTES];
    private final byte[] computed = new byte[DIGEST_BYTES];
    private final byte[] tag = new byte[BYTES];
    private final byte[] claimed = new byte[BYTES];

    Tag(RingKey key) {
        this.key = key;
    }

    /** Returns the tag of some bytes; it is overwritten by the next one. */
    byte[] of(byte[] bytes) {
        return of(bytes, NOTHING);
    }

    /** Returns the tag of a context and of all remaining bytes, and moves past them. */
    private byte[] of(byte[] context, ByteBuffer bytes) {
        MessageDigest within = key.innerDigest();
        within.update(context);
        within.update(bytes);
        finish(within, inner);
        MessageDigest around = key.outerDigest();
        around.update(inner);
        finish(around, computed);
        System.arraycopy(computed, 0, tag, 0, BYTES);
        return tag;
    }

    private static void finish(MessageDigest digest, byte[] result) {
        try {
            digest.digest(result, 0, DIGEST_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a digest has " + DIGEST_BYTES + " bytes", e);
        }
    }

    /** Appends the tag of a context and of a part of the buffer that ends at its position. */
    void append(byte[] context, ByteBuffer buffer, int start) {
        int end = buffer.position();
        int room = buffer.limit();
        buffer.limit(end).position(start);
        of(context, buffer);
        buffer.limit(room).position(end);
        buffer.put(tag);
    }

    /**
     * Returns whether the bytes after a part of a buffer are its tag, in the same time wherever
     * they differ.
     *
     * @param bytes the part is from the position to {@code end}; both ends are left as they are
     */
    boolean fits(byte[] context, ByteBuffer bytes, int end) {
        int start = bytes.position();
        int limit = bytes.limit();
        bytes.get(end, claimed);
        bytes.limit(end);
        of(context, bytes);
        bytes.limit(limit).position(start);
        return areEqual(tag, claimed);
    }

    /** Returns whether two tags are equal, in the same time wherever they differ. */
    static boolean areEqual(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /** Returns a copy of the tag that was computed last. */
    byte[] last() {
        return Arrays.copyOf(tag, BYTES);
    }
}
