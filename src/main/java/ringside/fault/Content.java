package ringside.fault;

import java.security.MessageDigest;
import ringside.digest.Digests;
import ringside.peer.Bytes;

/** The size and the digest of what has really been written to a file. */
final class Content {

    private final MessageDigest digest = Digests.newDigest();
    private long bytes;

    long bytes() {
        return bytes;
    }

    void append(Bytes data) {
        bytes += data.length();
        digest.update(data.buffer());
    }

    /** Returns the digest, 64 lower-case hexadecimal digits; nothing can be appended any more. */
    String sha256() {
        return Digests.text(digest);
    }
}
