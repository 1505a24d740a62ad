package ringside.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.CommandText;
import ringside.status.PeerCommand;

/** Text of the command box and of a peer's terminal. */
public final class CommandTarget {

    private CommandTarget() {}

    /** Reads one command, one of a peer's terminal, and one length of time. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Budget.spend(() -> read(text));
    }

    private static void read(String text) {
        Command command = read(CommandParser::parse, text);
        if (command != null) {
            Budget.requireEqual(command, CommandParser.parse(CommandText.of(command)));
        }
        PeerCommand own = read(CommandParser::parseAtPeer, text);
        if (own != null) {
            Budget.requireEqual(own, CommandParser.parseAtPeer(CommandText.of(own)));
        }
        read(CommandParser::parseDurationMs, text);
    }

    private static <T> @org.jspecify.annotations.Nullable T read(
            Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException expected) {
            if (expected.getClass() != IllegalArgumentException.class) {
                throw new AssertionError("no sentence for a user", expected);
            }
            return null;
        }
    }
}
