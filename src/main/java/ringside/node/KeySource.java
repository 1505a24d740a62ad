package ringside.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import ringside.status.PeerOptions;
import ringside.text.Messages;
import ringside.wire.RingKey;

/**
 * Where a peer has the ring's key from (SPEC 10.6): a file that nobody else can read, or the first
 * line of its standard input; never an argument or an environment, which other users may see.
 */
sealed interface KeySource {

    /** Length of a key with a line break of Windows. */
    int MOST_BYTES = RingKey.HEX_DIGITS + 2;

    /** Who reads a key has it, and who writes it makes the ring theirs. */
    Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    /** A file whose first line is the key. */
    record File(Path path) implements KeySource {}

    /** The first line that the terminal would read. */
    record StandardInput() implements KeySource {}

    /** Returns the source that the value of {@code --key} names. */
    static KeySource parse(String value) {
        return value.equals(PeerOptions.STANDARD_INPUT)
                ? new StandardInput()
                : new File(Path.of(value));
    }

    /**
     * Reads the key.
     *
     * @throws IOException with a sentence when there is none, or others can read it
     */
    default RingKey read(Terminal terminal) throws IOException {
        return switch (this) {
            case File(Path path) -> {
                requirePrivate(path);
                yield parsed(firstLine(path), path.toString());
            }
            case StandardInput() ->
                    parsed(terminal.readFirstLine(), Messages.NODE.format("key.input"));
        };
    }

    private static String firstLine(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
            return start.lines().findFirst().orElse("");
        }
    }

    private static RingKey parsed(String line, String where) throws IOException {
        try {
            return RingKey.parse(line.strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(Messages.NODE.format("key.form", where, RingKey.HEX_DIGITS), e);
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
