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

    private final RingKey key;
    private final byte[] inner = new byte[DIGEST_BYTES];
    private final byte[] computed = new byte[DIGEST_BYTES];
    private final byte[] claimed = new byte[DIGEST_BYTES];

    Tag(RingKey key) {
        this.key = key;
    }

    /** Appends the tag of a context and of a part of the buffer that ends at its position. */
    void append(byte[] context, ByteBuffer buffer, int start) {
        int end = buffer.position();
        int room = buffer.limit();
        buffer.limit(end).position(start);
        compute(context, buffer);
        buffer.limit(room).position(end);
        buffer.put(computed, 0, BYTES);
    }

    /** Computes the tag of a context and of all remaining bytes, and moves past them. */
    private void compute(byte[] context, ByteBuffer bytes) {
        MessageDigest within = key.innerDigest();
        within.update(context);
        within.update(bytes);
        finish(within, inner);
        MessageDigest around = key.outerDigest();
        around.update(inner);
        finish(around, computed);
    }

    private static void finish(MessageDigest digest, byte[] result) {
        try {
            digest.digest(result, 0, DIGEST_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a digest has " + DIGEST_BYTES + " bytes", e);
        }
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
        bytes.get(end, claimed, 0, BYTES);
        bytes.limit(end);
        compute(context, bytes);
        bytes.limit(limit).position(start);
        Arrays.fill(computed, BYTES, DIGEST_BYTES, (byte) 0);
        return MessageDigest.isEqual(computed, claimed);
    }

    /** Returns a copy of the tag that was computed last. */
    byte[] last() {
        return Arrays.copyOf(computed, BYTES);
    }
}
