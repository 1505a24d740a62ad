package ringside.timeline;

/** Counts events over time, for the strip under the timeline. Pure. */
public final class Density {

    private Density() {}

    /**
     * Counts the events in each of several equal intervals.
     *
     * @param fromMicros the beginning of the first interval, in microseconds since the epoch
     * @param toMicros the end of the last interval, after {@code fromMicros}
     * @param columns number of intervals, 1 or more
     * @return the number of events in each interval
     */
    public static int[] of(History history, long fromMicros, long toMicros, int columns) {
        int[] counts = new int[columns];
        double span = (double) (toMicros - fromMicros) / columns;
        int before = history.positionAt(fromMicros - 1);
        for (int i = 0; i < columns; i++) {
            int until = history.positionAt(fromMicros + Math.round(span * (i + 1)) - 1);
            counts[i] = until - before;
            before = until;
        }
        return counts;
    }
}
