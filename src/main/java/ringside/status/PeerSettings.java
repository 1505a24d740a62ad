package ringside.status;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import ringside.text.Messages;

/**
 * A peer's settings (SPEC 1.2).
 *
 * @param pingIntervalMs time between two pings to one successor, {@value #MIN_PING_INTERVAL_MS} to
 *     {@value #MAX_PING_INTERVAL_MS}
 * @param misses unanswered pings in a row after which a successor is dead, 1 to {@value
 *     #MAX_MISSES}
 * @param successors length of the successor list, 2 to {@value #MAX_SUCCESSORS}
 * @param replicas number of peers that hold each file: the owner and its next successors, 1 to
 *     {@value #MAX_COPIES} (SPEC 8.2)
 * @param mss maximum segment size in bytes, 1 to {@value #MAX_MSS}
 * @param window segments of a requested file under way at once, 1 (stop-and-wait, SPEC 4.2) to
 *     {@value #MAX_WINDOW}
 * @param loss probability that a data segment of a requested file is lost on purpose, 0 to 1
 * @param shortcuts whether requests take shortcuts (SPEC 3.6)
 */
@RecordBuilder
public record PeerSettings(
        long pingIntervalMs,
        int misses,
        int successors,
        int replicas,
        int mss,
        int window,
        double loss,
        boolean shortcuts)
        implements PeerSettingsBuilder.With {

    /**
     * Shortest ping interval: below it, the miss time-out would be shorter than a busy loop turn.
     */
    public static final long MIN_PING_INTERVAL_MS = 20;

    /** Longest ping interval: ten minutes; anything longer is a typing error. */
    public static final long MAX_PING_INTERVAL_MS = 600_000;

    /** Maximum number of misses before death: a hundred; anything larger is a typing error. */
    public static final int MAX_MISSES = 100;

    /**
     * Longest successor list, as in the experiments of the Chord paper: with 20 entries, a ping
     * reply still fits a small datagram.
     */
    public static final int MAX_SUCCESSORS = 20;

    /**
     * Maximum number of holders of a file: the owner and every entry of the longest successor list.
     */
    public static final int MAX_REPLICAS = MAX_SUCCESSORS + 1;

    /** Largest segment: with its header, it still fits one UDP datagram of 65,507 bytes. */
    public static final int MAX_MSS = 65_000;

    /** Widest window: its bitmap of {@code window - 1} bits still fits 32 bytes. */
    public static final int MAX_WINDOW = 256;

    /** The default settings. */
    public static final PeerSettings DEFAULTS =
            new PeerSettings(1_000, 4, 4, 3, 400, 1, 0.1, false);

    /**
     * Validates the ranges.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public PeerSettings {
        require(
                pingIntervalMs >= MIN_PING_INTERVAL_MS && pingIntervalMs <= MAX_PING_INTERVAL_MS,
                "settings.ping",
                pingIntervalMs);
        require(misses >= 1 && misses <= MAX_MISSES, "settings.misses", misses);
        require(successors >= 2 && successors <= MAX_SUCCESSORS, "settings.successors", successors);
        require(replicas >= 1 && replicas <= MAX_REPLICAS, "settings.replicas", replicas);
        require(replicas <= successors + 1, "settings.replicas.list", replicas, replicas - 1);
        require(mss >= 1 && mss <= MAX_MSS, "settings.mss", mss);
        require(window >= 1 && window <= MAX_WINDOW, "settings.window", window);
        require(loss >= 0 && loss <= 1, "settings.loss", loss);
    }

    /** Returns the commands to a running peer that change other settings into these. */
    public List<PeerCommand> commandsFrom(PeerSettings other) {
        List<PeerCommand> commands = new ArrayList<>();
        if (other.loss != loss) {
            commands.add(new PeerCommand.SetLoss(loss));
        }
        if (other.pingIntervalMs != pingIntervalMs) {
            commands.add(new PeerCommand.SetPingInterval(pingIntervalMs));
        }
        if (other.window != window) {
            commands.add(new PeerCommand.SetWindow(window));
        }
        if (other.misses != misses) {
            commands.add(new PeerCommand.SetMisses(misses));
        }
        if (other.shortcuts != shortcuts) {
            commands.add(new PeerCommand.SetShortcuts(shortcuts));
        }
        return commands;
    }

    private static void require(boolean holds, String otherwise, Object... inserts) {
        if (!holds) {
            throw new IllegalArgumentException(Messages.STATUS.format(otherwise, inserts));
        }
    }
}
