package ringside.transcript;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    /** Returns whether it speaks of a segment that was sent before. */
    public boolean isRetransmission() {
        return action == Action.RESENT || action == Action.RESENT_DROPPED;
    }
}
