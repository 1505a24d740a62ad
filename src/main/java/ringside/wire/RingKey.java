package ringside.wire;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that all peers of a ring share (SPEC 10.6). Never shown: it has no text form.
 * Thread-safe.
 */
public final class RingKey {

    /** Length of a key in bytes: as long as the digest of SHA-256, as RFC 2104 advises. */
    public static final int BYTES = 32;

    /** Length of a key as it is written. */
    public static final int HEX_DIGITS = 2 * BYTES;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey secret;

    private RingKey(SecretKey secret) {
        this.secret = secret;
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
            return new RingKey(new SecretKeySpec(HexFormat.of().parseHex(text), ALGORITHM));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not hexadecimal", withoutText(e));
        }
    }

    /** The exception of the parser has the key in its message. */
    private static Throwable withoutText(IllegalArgumentException parsing) {
        return new IllegalArgumentException(parsing.getClass().getSimpleName());
    }

    /** Returns a new HMAC-SHA-256 with this key, for one thread. */
    Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
