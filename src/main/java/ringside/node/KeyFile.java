package ringside.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import ringside.text.Messages;
import ringside.wire.RingKey;

/** A file whose first line is a ring's key, and which nobody else can read (SPEC 10.6). */
public final class KeyFile {

    /** Length of a key with a line break of Windows. */
    private static final int MOST_BYTES = RingKey.HEX_DIGITS + 2;

    /** Who reads a key has it, and who writes it makes the ring theirs. */
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private KeyFile() {}

    /**
     * Reads the key.
     *
     * @return its {@value RingKey#HEX_DIGITS} hexadecimal digits; secret
     * @throws IOException with a sentence when there is none, or others can read it
     */
    public static String read(Path file) throws IOException {
        requirePrivate(file);
        String line = firstLine(file).strip();
        var _ = parsed(line, file.toString());
        return line;
    }

    /**
     * Reads a key from the line that is to hold it.
     *
     * @param where it stands, for the sentence
     */
    static RingKey parsed(String line, String where) throws IOException {
        try {
            return RingKey.parse(line.strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(Messages.NODE.format("key.form", where, RingKey.HEX_DIGITS), e);
        }
    }

    private static String firstLine(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
            return start.lines().findFirst().orElse("");
        }
    }

    /** Where the system has no such permissions, its own ones are the user's business. */
    private static void requirePrivate(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> given = EnumSet.copyOf(OTHERS);
            given.retainAll(Files.getPosixFilePermissions(path));
            if (!given.isEmpty()) {
                throw new IOException(Messages.NODE.format("key.readable", path));
            }
        }
    }
}
