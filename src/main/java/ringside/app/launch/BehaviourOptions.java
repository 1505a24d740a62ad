package ringside.app.launch;

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

/** The options that say how peers behave, be they processes or simulated (SPEC 12.1). */
public sealed class BehaviourOptions permits RunOptions {

    /** Null where nothing is parsed, and so nothing wrong. */
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

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

    @Option(names = PeerOptions.SHORTCUTS)
    private boolean shortcuts;

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
                    pingIntervalMs, misses, successors, replicas, mss, window, loss, shortcuts);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the exception that ends a command with a sentence about a wrong option. */
    ParameterException wrong(String sentence) {
        CommandLine line =
                command == null ? new CommandLine(CommandSpec.create()) : command.commandLine();
        return new ParameterException(line, sentence);
    }
}
