package ringside.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of a transfer log (PROGRAMS 3.5).
 *
 * @param time as it is written, in the log's own unit, from its own zero
 * @param decimals digits behind the point of the time
 * @param sequence number of the segment's first byte, from 1; 0 in a row of an acknowledgement
 * @param length bytes of data
 * @param acknowledgement number; 0 in a row of a segment
 */
public record LogRow(
        Action action,
        double time,
        int decimals,
        long sequence,
        long length,
        long acknowledgement) {

    private static final int COLUMNS = 5;

    private static final long LONGEST_LOG = 16L * 1024 * 1024;

    private static final Map<String, Action> ACTIONS =
            Map.of(
                    "snd", Action.SENT,
                    "rcv", Action.RECEIVED,
                    "drop", Action.DROPPED,
                    "rtx", Action.RESENT,
                    "rtx/drop", Action.RESENT_DROPPED,
                    "drop/rtx", Action.RESENT_DROPPED);

    /** What happened to the segment or acknowledgement. */
    public enum Action {
        /** It left. */
        SENT,
        /** It arrived. */
        RECEIVED,
        /** It was not sent, to simulate loss. */
        DROPPED,
        /** It left once more. */
        RESENT,
        /** It should have left once more, and was not sent. */
        RESENT_DROPPED
    }

    /** Reads a line: columns by blanks or tabs, the action in any case; empty if it is no row. */
    public static Optional<LogRow> parse(String line) {
        String[] columns = line.strip().split("\\s+", -1);
        Action action = ACTIONS.get(columns[0].toLowerCase(Locale.ROOT));
        if (action == null || columns.length != COLUMNS) {
            return Optional.empty();
        }
        try {
            int point = columns[1].indexOf('.');
            return Optional.of(
                    new LogRow(
                            action,
                            Double.parseDouble(columns[1]),
                            point < 0 ? 0 : columns[1].length() - point - 1,
                            Long.parseLong(columns[2]),
                            Long.parseLong(columns[3]),
                            Long.parseLong(columns[4])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /**
     * Reads the rows of a log, whatever else stands in it.
     *
     * @return none for a log of more than 16 MiB: no transfer of a ring writes so much
     * @throws IOException when it cannot be read
     */
    public static List<LogRow> readAll(Path log) throws IOException {
        if (Files.size(log) > LONGEST_LOG) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.map(LogRow::parse).flatMap(Optional::stream).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns whether it speaks of a segment that was sent before. */
    public boolean isRetransmission() {
        return action == Action.RESENT || action == Action.RESENT_DROPPED;
    }
}
