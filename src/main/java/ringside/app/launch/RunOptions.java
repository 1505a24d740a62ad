package ringside.app.launch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;
import ringside.supervisor.SupervisorSettings;

/**
 * The options of the command line.
 *
 * @param positional words that belong to no option
 * @param peers of the ring to start with; empty for {@link #DEFAULT_PEERS}
 * @param settings of every peer
 * @param basePort peer ID listens on this port + ID
 * @param data the folder of this run, or null for a dated one
 * @param files where peers also look for files to answer with
 * @param record where to write a recording, or null
 * @param snapshot where to write a picture of the ring, or null
 */
public record RunOptions(
        List<String> positional,
        List<PeerId> peers,
        PeerSettings settings,
        int basePort,
        @Nullable Path data,
        Path files,
        @Nullable Path record,
        @Nullable Path snapshot) {

    /**
     * The ring that opens by default. Of the sample files, peer 236 owns 2012, and 43 has no copy
     * of it: a request from 43 travels round the ring, and the file flows back.
     */
    public static final List<PeerId> DEFAULT_PEERS =
            List.of(14, 43, 77, 104, 139, 168, 236, 252).stream().map(PeerId::new).toList();

    public RunOptions {
        positional = List.copyOf(positional);
        peers = List.copyOf(peers);
        requireNonNull(settings, "settings");
        requireNonNull(files, "files");
    }

    /**
     * Parses the words after the command's name.
     *
     * @throws UsageException with a sentence that says what is wrong
     */
    public static RunOptions parse(List<String> words) throws UsageException {
        try {
            return new Reading(words).read();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static final class Reading {

        private final ArrayDeque<String> left;
        private final List<String> positional = new ArrayList<>();
        private List<PeerId> peers = List.of();
        private PeerSettings settings = PeerSettings.DEFAULTS;
        private int basePort = SupervisorSettings.DEFAULT_BASE_PORT;
        private @Nullable Path data;
        private Path files = Path.of("");
        private @Nullable Path record;
        private @Nullable Path snapshot;

        Reading(List<String> words) {
            left = new ArrayDeque<>(words);
        }

        RunOptions read() {
            while (!left.isEmpty()) {
                String word = left.remove();
                if (word.startsWith("--")) {
                    option(word);
                } else {
                    positional.add(word);
                }
            }
            return new RunOptions(
                    positional, peers, settings, basePort, data, files, record, snapshot);
        }

        private void option(String name) {
            switch (name) {
                case "--peers" -> peers = readPeers(value(name));
                case "--ping" ->
                        settings =
                                settings.withPingIntervalMs(
                                        CommandParser.parseDurationMs(value(name)));
                case "--misses" -> settings = settings.withMisses(integer(name));
                case "--successors" -> settings = settings.withSuccessors(integer(name));
                case "--copies" -> settings = settings.withCopies(integer(name));
                case "--mss" -> settings = settings.withMss(integer(name));
                case "--window" -> settings = settings.withWindow(integer(name));
                case "--loss" -> settings = settings.withLoss(fraction(name));
                case "--base-port" -> basePort = readBasePort(name);
                case "--data" -> data = Path.of(value(name));
                case "--files" -> files = Path.of(value(name));
                case "--record" -> record = Path.of(value(name));
                case "--snapshot" -> snapshot = Path.of(value(name));
                case String unknown ->
                        throw new IllegalArgumentException(
                                LaunchMessages.format("option.unknown", unknown));
            }
        }

        private String value(String option) {
            String value = left.poll();
            if (value == null) {
                throw new IllegalArgumentException(LaunchMessages.format("option.noValue", option));
            }
            return value;
        }

        private int readBasePort(String option) {
            int port = integer(option);
            if (port < 1 || port > SupervisorSettings.MAX_BASE_PORT) {
                throw new IllegalArgumentException(
                        LaunchMessages.format(
                                "option.basePort", option, SupervisorSettings.MAX_BASE_PORT, port));
            }
            return port;
        }

        private int integer(String option) {
            String text = value(option);
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        LaunchMessages.format("option.wholeNumber", option, text), e);
            }
        }

        private double fraction(String option) {
            String text = value(option);
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        LaunchMessages.format("option.fraction", option, text), e);
            }
        }

        private static List<PeerId> readPeers(String text) {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(PeerId::parse)
                    .distinct()
                    .toList();
        }
    }
}
