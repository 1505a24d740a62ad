package ringside.fuzz;

import java.nio.charset.StandardCharsets;
import ringside.channel.MalformedLineException;
import ringside.channel.StatusLines;
import ringside.status.ChannelCommand;
import ringside.status.StatusEntry;

/** Lines of the status channel and of recordings. */
public final class StatusLineTarget {

    private StatusLineTarget() {}

    /** Reads one line as an event and as a command. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        Budget.spend(() -> read(line));
    }

    private static void read(String line) {
        try {
            StatusEntry entry = StatusLines.readEntry(line);
            Budget.requireEqual(entry, StatusLines.readEntry(StatusLines.write(entry)));
        } catch (MalformedLineException expected) {
            // The one way in which a line may be wrong.
        }
        try {
            ChannelCommand command = StatusLines.readCommand(line);
            Budget.requireEqual(command, StatusLines.readCommand(StatusLines.write(command)));
        } catch (MalformedLineException expected) {
            // The one way in which a line may be wrong.
        }
    }
}
