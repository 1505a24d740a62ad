package ringside.app.page;

/**
 * The part of a run that goes into a page, in microseconds since the run began.
 *
 * @param fromMicros where it begins, 0 or more
 * @param toMicros where it ends, not before its beginning
 */
public record Interval(long fromMicros, long toMicros) {

    /** All of a run. */
    public static final Interval WHOLE = new Interval(0, Long.MAX_VALUE);

    public Interval {
        if (fromMicros < 0 || toMicros < fromMicros) {
            throw new IllegalArgumentException("an interval ends after it begins");
        }
    }
}
