package ringside.app.events;

import java.util.Objects;
import ringside.app.base.ClockTime;
import ringside.model.Explanation;

/**
 * A line of the list of events.
 *
 * @param position of the moment right after it
 * @param time since the first event, as minutes:seconds with one decimal
 * @param explanation what happened and why
 * @param routine whether it belongs to the daily round
 */
public record EventRow(int position, String time, Explanation explanation, boolean routine) {

    /** Checks that nothing is missing. */
    public EventRow {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(explanation, "explanation");
    }

    /** A row with its time counted from a start, in microseconds since the epoch. */
    public static EventRow of(
            int position, Explanation explanation, boolean routine, long startMicros) {
        return new EventRow(
                position,
                ClockTime.tenths(explanation.atMicros() - startMicros),
                explanation,
                routine);
    }
}
