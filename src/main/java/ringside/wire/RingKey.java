package ringside.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The secret that all peers of a ring share (SPEC 10.6). Never shown: it has no text form. It is
 * kept as the two digests of RFC 2104 that have taken it: what is then tagged with it takes half of
 * the work of {@code javax.crypto.Mac}, which counts while a peer is new and its digests are
 * interpreted; and a peer starts without loading that. Thread-safe.
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

    private final MessageDigest inner;
    private final MessageDigest outer;

    private RingKey(byte[] secret) {
        inner = begun(secret, INNER_PAD);
        outer = begun(secret, OUTER_PAD);
    }

    private static MessageDigest begun(byte[] secret, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) {
            block[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ pad);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(block);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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

    /** Returns a new digest that has taken the key and goes on with what is tagged. */
    MessageDigest innerDigest() {
        return copy(inner);
    }

    /** Returns a new digest that has taken the key and goes on with the inner digest. */
    MessageDigest outerDigest() {
        return copy(outer);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java can be copied", e);
        }
    }
}
