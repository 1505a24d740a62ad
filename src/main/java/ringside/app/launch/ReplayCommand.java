package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ringside.app.window.Replay;
import ringside.app.window.WindowOptions;
import ringside.node.UsageException;
import ringside.text.Messages;

/** {@code replay FILE}: opens the window on a recording, with no peers. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "replay.file")
    private Path file = Path.of("");

    /**
     * Opens the window, and returns when it is closed.
     *
     * @throws UsageException when the file does not exist
     * @throws IOException when it is not a readable recording, or no window can be shown, with a
     *     sentence that says why
     */
    @Override
    public Integer call() throws UsageException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(Messages.LAUNCH.format("replay.missing", file));
        }
        WindowCommand.begin();
        try (Replay replay = Replay.open(file)) {
            WindowCommand.open(
                    new WindowOptions(replay, new WindowOptions.Recording(file), replay::problem));
        }
        return 0;
    }
}
