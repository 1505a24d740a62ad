package ringside.fault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ringside.peer.Bytes;

/** The size and the digest of what has really been written to a file. */
final class Content {

    private final MessageDigest digest;
    private long bytes;

    Content() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long bytes() {
        return bytes;
    }

    void append(Bytes data) {
        bytes += data.length();
        digest.update(data.buffer());
    }

    /** Returns the digest, 64 lower-case hexadecimal digits; nothing can be appended any more. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
