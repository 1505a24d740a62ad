package ringside.app.events;

import ringside.app.base.ClockTime;
import ringside.model.Explanation;

/**
 * A line of the list of events.
 *
 * @param position of the moment right after the event
 * @param time since the first event, as minutes:seconds with one decimal
 * @param explanation what happened and why
 * @param routine whether it is a routine event, such as a ping
 */
public record EventRow(int position, String time, Explanation explanation, boolean routine) {

    /** Returns a row whose time counts from a start in microseconds since the epoch. */
    public static EventRow of(
            int position, Explanation explanation, boolean routine, long startMicros) {
        return new EventRow(
                position,
                ClockTime.tenths(explanation.atMicros() - startMicros),
                explanation,
                routine);
    }
}
