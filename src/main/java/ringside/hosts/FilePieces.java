package ringside.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;

/** The form in which files travel between program and agent: Base64, piece by piece. Stateless. */
final class FilePieces {

    /** Bytes of a file in one line. */
    private static final int PIECE_BYTES = 1 << 16;

    private FilePieces() {}

    /** Returns the next piece of a file; empty at its end. */
    static String next(InputStream file) throws IOException {
        return Base64.getEncoder().encodeToString(file.readNBytes(PIECE_BYTES));
    }

    /** Adds a piece to a file, which the first one makes. */
    static void append(Path file, String piece) throws IOException {
        Files.write(
                file,
                Base64.getDecoder().decode(piece),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
