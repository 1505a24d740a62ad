package ringside.timeline;

/** How much happened when, for the strip under the timeline. Pure. */
public final class Density {

    private Density() {}

    /**
     * Counts events in equal spans of time.
     *
     * @param fromMicros the beginning of the first span, in microseconds since the epoch
     * @param toMicros the end of the last span, after {@code fromMicros}
     * @param columns how many spans, 1 or more
     * @return how many events happened in each span
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
