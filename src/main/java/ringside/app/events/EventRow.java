package ringside.app.events;

import java.util.Locale;
import java.util.Objects;
import ringside.model.Explanation;

/**
 * A line of the list of events.
 *
 * @param time since the first event, as minutes:seconds with one decimal
 * @param explanation what happened and why
 * @param routine whether it belongs to the daily round
 */
public record EventRow(String time, Explanation explanation, boolean routine) {

    private static final long MICROS_PER_TENTH = 100_000;
    private static final int TENTHS_PER_MINUTE = 600;

    /** Checks that nothing is missing. */
    public EventRow {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(explanation, "explanation");
    }

    /** A row with its time counted from a start, in microseconds since the epoch. */
    static EventRow of(Explanation explanation, boolean routine, long startMicros) {
        long tenths = Math.max(0, explanation.atMicros() - startMicros) / MICROS_PER_TENTH;
        String time =
                String.format(
                        Locale.ROOT,
                        "%02d:%04.1f",
                        tenths / TENTHS_PER_MINUTE,
                        tenths % TENTHS_PER_MINUTE / 10.0);
        return new EventRow(time, explanation, routine);
    }
}
