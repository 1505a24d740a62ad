package ringside.app.events;

import ringside.app.base.ClockTime;
import ringside.model.EventTraits;
import ringside.model.Explanation;

/**
 * A line of the list of events.
 *
 * @param position of the moment right after the event
 * @param time since the first event, as minutes:seconds with one decimal
 * @param explanation what happened and why
 * @param traits whether it is routine, who is behind it, and what it repeats
 */
public record EventRow(int position, String time, Explanation explanation, EventTraits traits) {

    /** Returns a row whose time counts from a start in microseconds since the epoch. */
    public static EventRow of(
            int position, Explanation explanation, EventTraits traits, long startMicros) {
        return new EventRow(
                position,
                ClockTime.tenths(explanation.atMicros() - startMicros),
                explanation,
                traits);
    }

    /** Returns whether it is a routine event, such as a ping. */
    public boolean routine() {
        return traits.routine();
    }
}
