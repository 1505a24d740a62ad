package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.app.window.Replay;
import ringside.app.window.WindowOptions;

/** {@code replay FILE}: opens the window on a recording, with no peers. */
public final class ReplayCommand {

    private ReplayCommand() {}

    /**
     * Opens the window, and returns when it is closed.
     *
     * @throws UsageException when no file is named or it does not exist
     * @throws IOException when the recording cannot be read, or no window can be shown, with a
     *     sentence that says why
     */
    public static void run(RunOptions options) throws UsageException, IOException {
        if (options.positional().size() != 1) {
            throw new UsageException(LaunchMessages.format("replay.none"));
        }
        Path file = Path.of(options.positional().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new UsageException(LaunchMessages.format("replay.missing", file));
        }
        WindowCommand.checkDisplay(options);
        try (Replay replay = Replay.open(file)) {
            WindowCommand.open(
                    new WindowOptions(replay, new WindowOptions.Recording(file), replay::trouble));
        }
    }
}
