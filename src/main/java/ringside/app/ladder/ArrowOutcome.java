package ringside.app.ladder;

import ringside.ladder.Arrow;
import ringside.ladder.LadderTrace.Completeness;

/** What has become of an arrow by a time. */
enum ArrowOutcome {
    ARRIVED,
    FLYING,
    /** Thrown away on purpose. */
    DROPPED,
    /** It never came. */
    LOST,
    /** It may have come: what goes well was not told. */
    UNTOLD;

    /** On one machine a datagram takes a millisecond; after so long it does not come any more. */
    private static final long LOST_AFTER_MICROS = 300_000;

    /**
     * The fate of an arrow.
     *
     * @param asOfMicros what comes later has not come, in microseconds since the epoch
     * @param known how much of the transfer's story was told
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
        return known.isWhole() ? LOST : UNTOLD;
    }
}
