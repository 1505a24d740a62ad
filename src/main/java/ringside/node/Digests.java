package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of files, always of the bytes that are there now: a size and a time say nothing about
 * content. Any thread may call.
 */
final class Digests {

    /** Read in pieces of this many bytes, so that a large file needs little memory. */
    private static final int PIECE_BYTES = 1 << 16;

    private Digests() {}

    /** Reads a file and gives its digest in 64 lower-case hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return sha256(channel);
        }
    }

    /** Reads an open file from its beginning; its position stays as it is. */
    static String sha256(FileChannel file) throws IOException {
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

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Ends a digest: 64 lower-case hexadecimal digits. The digest can be used again then. */
    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
