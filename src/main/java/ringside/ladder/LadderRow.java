package ringside.ladder;

/** A row of the ladder and of its table. */
public sealed interface LadderRow {

    /** Returns the time at which the row begins, in microseconds since the epoch. */
    long fromMicros();

    /** One segment or acknowledgement. */
    record Single(Arrow arrow) implements LadderRow {

        @Override
        public long fromMicros() {
            return arrow.sentAtMicros();
        }
    }

    /** A time-out of the sender, placed at its end. */
    record Waited(TimeOut timeOut) implements LadderRow {

        @Override
        public long fromMicros() {
            return timeOut.atMicros();
        }
    }

    /**
     * Uneventful arrows, combined into one row.
     *
     * @param first index of the first arrow, which identifies the run while the trace only grows
     * @param last index of the last arrow
     * @param segments number of segments among the arrows
     * @param bytes bytes of data in those segments
     * @param fromMicros when the first arrow was sent
     * @param toMicros when the last arrow was sent
     */
    record Run(int first, int last, int segments, long bytes, long fromMicros, long toMicros)
            implements LadderRow {}
}
