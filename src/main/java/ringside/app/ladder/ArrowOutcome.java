package ringside.app.ladder;

import ringside.ladder.Arrow;
import ringside.ladder.LadderTrace.Completeness;

/** The outcome of an arrow by a given time. */
public enum ArrowOutcome {
    ARRIVED,
    FLYING,
    /** Dropped on purpose. */
    DROPPED,
    /** Sent, but it did not arrive. */
    LOST,
    /** Unknown, as arrivals were not reported. */
    UNKNOWN;

    /** A datagram takes about a millisecond on one machine; after this long it counts as lost. */
    static final long LOST_AFTER_MICROS = 300_000;

    /**
     * Returns the outcome of an arrow.
     *
     * @param asOfMicros the time of the view, in microseconds since the epoch; later arrivals do
     *     not count
     * @param known how much of the transfer was reported
     */
    static ArrowOutcome of(Arrow arrow, long asOfMicros, Completeness known) {
        if (arrow.isDropped()) {
            return DROPPED;
        }
        if (arrow.hasArrivedBy(asOfMicros)) {
            return ARRIVED;
        }
        if (asOfMicros - arrow.sentAtMicros() <= LOST_AFTER_MICROS) {
            return FLYING;
        }
        return known.isWhole() ? LOST : UNKNOWN;
    }
}
