package ringside.node;

import java.io.IOException;
import java.nio.file.Path;
import ringside.status.PeerOptions;
import ringside.text.Messages;
import ringside.wire.RingKey;

/**
 * Where a peer has the ring's key from (SPEC 10.6): a file that nobody else can read, or the first
 * line of its standard input; never an argument or an environment, which other users may see.
 */
sealed interface KeySource {

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
            case File(Path path) -> RingKey.parse(KeyFile.read(path));
            case StandardInput() ->
                    KeyFile.parsed(terminal.readFirstLine(), Messages.NODE.format("key.input"));
        };
    }
}
