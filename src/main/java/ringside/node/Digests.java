package ringside.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of files. One that has not changed since it was last looked at is not read again. Any
 * thread may call.
 */
final class Digests {

    /** Read in pieces of this many bytes, so that a large file needs little memory. */
    private static final int PIECE_BYTES = 1 << 16;

    /** Files remembered; with more than that all are forgotten. */
    private static final int MOST_KNOWN = 4_096;

    private record Known(long bytes, FileTime modified, @Nullable Object key, String digest) {
        boolean isOf(BasicFileAttributes file) {
            return bytes == file.size()
                    && modified.equals(file.lastModifiedTime())
                    && Objects.equals(key, file.fileKey());
        }
    }

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** The digest in 64 lower-case hexadecimal digits. */
    String sha256(Path file) throws IOException {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        Known last = known.get(file);
        if (last != null && last.isOf(before)) {
            return last.digest();
        }
        String digest = read(file);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(
                file,
                new Known(before.size(), before.lastModifiedTime(), before.fileKey(), digest));
        return digest;
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            int count = in.read(piece);
            while (count >= 0) {
                digest.update(piece, 0, count);
                count = in.read(piece);
            }
        }
        return text(digest);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What it has come to; it is as new afterwards. */
    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
