package ringside.app.launch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.status.PeerOptions;
import ringside.text.Messages;

/** The options of every command that starts peers as processes (SPEC 12.1). */
public final class RunOptions extends BehaviourOptions {

    @Option(names = PeerOptions.BASE_PORT, paramLabel = "PORT")
    private @Nullable Integer givenBasePort;

    private int usualBasePort = PeerOptions.DEFAULT_BASE_PORT;

    @Option(names = PeerOptions.DATA, paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = PeerOptions.FILES, paramLabel = "DIR")
    private Path files = Path.of("");

    /**
     * Returns the port of peer 0.
     *
     * @throws ParameterException with a sentence when it is out of its range
     */
    int basePort() {
        int basePort = givenBasePort == null ? usualBasePort : givenBasePort;
        if (basePort < 1 || basePort > PeerOptions.MAX_BASE_PORT) {
            throw wrong(
                    Messages.LAUNCH.format(
                            "option.basePort",
                            PeerOptions.BASE_PORT,
                            PeerOptions.MAX_BASE_PORT,
                            basePort));
        }
        return basePort;
    }

    /** Sets the port of peer 0 for the case that no option says another. */
    void useBasePort(int usual) {
        usualBasePort = usual;
    }

    /** Returns the folder of this run, or null for a dated one. */
    @Nullable Path data() {
        return data;
    }

    /** Returns the folder with more files to answer with. */
    Path files() {
        return files;
    }
}
