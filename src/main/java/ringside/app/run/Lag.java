package ringside.app.run;

import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * How far what arrives is behind the time of day. On a machine that cannot follow its processes,
 * their reports come late, or wait to be folded. JavaFX thread only.
 */
final class Lag {

    /**
     * Time over which the report that was least late counts: one slow peer among others does not
     * make the picture old.
     */
    private static final long SPAN_MICROS = 1_000_000;

    private static final long NOTHING = Long.MAX_VALUE;

    private long spanBegan;
    private long least = NOTHING;
    private long leastBefore = NOTHING;

    /** Notes the time of a frame, in microseconds since the epoch, before what it takes. */
    void begin(long nowMicros) {
        if (nowMicros - spanBegan >= SPAN_MICROS) {
            leastBefore = nowMicros - spanBegan < 2 * SPAN_MICROS ? least : NOTHING;
            least = NOTHING;
            spanBegan = nowMicros;
        }
    }

    /** Notes an entry that was taken at a time. The window's own reports are never late. */
    void note(StatusEntry entry, long nowMicros) {
        if (!(entry.event() instanceof ProcessEvent)) {
            least = Math.min(least, nowMicros - entry.atMicros());
        }
    }

    /** Returns the lag in microseconds; 0 when nothing has arrived lately, as far as is known. */
    long micros() {
        long known = Math.min(least, leastBefore);
        return known == NOTHING ? 0 : Math.max(0, known);
    }
}
