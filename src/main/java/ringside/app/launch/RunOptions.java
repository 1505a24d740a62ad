package ringside.app.launch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.status.CommandParser;
import ringside.status.PeerOptions;
import ringside.status.PeerSettings;
import ringside.text.Messages;

/** The options of every command that starts peers (SPEC 12.1). */
public final class RunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = PeerOptions.PING, paramLabel = "TIME", converter = Duration.class)
    private long pingIntervalMs = PeerSettings.DEFAULTS.pingIntervalMs();

    @Option(names = PeerOptions.MISSES, paramLabel = "N")
    private int misses = PeerSettings.DEFAULTS.misses();

    @Option(names = PeerOptions.SUCCESSORS, paramLabel = "N")
    private int successors = PeerSettings.DEFAULTS.successors();

    @Option(names = PeerOptions.REPLICAS, paramLabel = "N")
    private int replicas = PeerSettings.DEFAULTS.replicas();

    @Option(names = PeerOptions.MSS, paramLabel = "BYTES")
    private int mss = PeerSettings.DEFAULTS.mss();

    @Option(names = PeerOptions.WINDOW, paramLabel = "N")
    private int window = PeerSettings.DEFAULTS.window();

    @Option(names = PeerOptions.LOSS, paramLabel = "SHARE")
    private double loss = PeerSettings.DEFAULTS.loss();

    @Option(names = PeerOptions.BASE_PORT, paramLabel = "PORT")
    private @Nullable Integer givenBasePort;

    private int usualBasePort = PeerOptions.DEFAULT_BASE_PORT;

    @Option(names = PeerOptions.DATA, paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = PeerOptions.FILES, paramLabel = "DIR")
    private Path files = Path.of("");

    /** Reads a time such as 1s or 250ms. */
    static final class Duration implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return CommandParser.parseDurationMs(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * Returns the settings of every peer.
     *
     * @throws ParameterException with a sentence when one is out of its range
     */
    PeerSettings settings() {
        try {
            return new PeerSettings(
                    pingIntervalMs, misses, successors, replicas, mss, window, loss);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

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

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
