package ringside.wire;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The secret that all peers of a ring share (SPEC 10.6). Never shown: it has no text form. It is
 * kept as the two blocks of RFC 2104 that a digest takes first. Thread-safe.
 */
public final class RingKey {

    /** Length of a key in bytes: as long as the digest of SHA-256, as RFC 2104 advises. */
    public static final int BYTES = 32;

    /** Length of a key as it is written. */
    public static final int HEX_DIGITS = 2 * BYTES;

    /** Bytes that SHA-256 takes at once; a key is filled up with zeros to as many. */
    private static final int BLOCK_BYTES = 64;

    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5c;

    private final byte[] inner;
    private final byte[] outer;

    private RingKey(byte[] secret) {
        inner = padded(secret, INNER_PAD);
        outer = padded(secret, OUTER_PAD);
    }

    private static byte[] padded(byte[] secret, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) {
            block[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ pad);
        }
        return block;
    }

    /**
     * Reads a key.
     *
     * @param text {@value #HEX_DIGITS} hexadecimal digits of either case
     * @throws IllegalArgumentException when it is anything else; the message does not repeat it
     */
    public static RingKey parse(String text) {
        if (text.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("not " + HEX_DIGITS + " digits");
        }
        try {
            return new RingKey(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not hexadecimal", withoutText(e));
        }
    }

    /** The exception of the parser has the key in its message. */
    private static Throwable withoutText(IllegalArgumentException parsing) {
        return new IllegalArgumentException(parsing.getClass().getSimpleName());
    }

    /** Lets a digest take the key, before what is tagged. */
    void beginInner(MessageDigest digest) {
        digest.update(inner);
    }

    /** Lets a digest take the key, before the inner digest. */
    void beginOuter(MessageDigest digest) {
        digest.update(outer);
    }
}
