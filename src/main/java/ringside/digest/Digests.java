package ringside.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 digests of files, always computed from the current bytes: size and time say nothing about
 * content. May be called from any thread.
 */
public final class Digests {

    /** Read buffer in bytes, so that a large file needs little memory. */
    private static final int PIECE_BYTES = 1 << 16;

    private Digests() {}

    /** Reads a file and returns its digest as 64 lower-case hexadecimal digits. */
    public static String sha256(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return sha256(channel);
        }
    }

    /** Reads an open file from its beginning, without changing its position. */
    public static String sha256(FileChannel file) throws IOException {
        MessageDigest digest = newDigest();
        ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
        long offset = 0;
        int count = file.read(piece, offset);
        while (count >= 0) {
            digest.update(piece.flip());
            piece.clear();
            offset += count;
            count = file.read(piece, offset);
        }
        return text(digest);
    }

    /** Returns the digest of some bytes, as 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        MessageDigest digest = newDigest();
        digest.update(bytes);
        return text(digest);
    }

    /** Returns a digest of nothing, to which bytes are added. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the digest as 64 lower-case hexadecimal digits and resets it. */
    public static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
