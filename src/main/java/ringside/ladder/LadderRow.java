package ringside.ladder;

/** A row of the ladder and of its table, in the order of time. */
public sealed interface LadderRow {

    /** When it begins, in microseconds since the epoch. */
    long fromMicros();

    /** One segment or acknowledgement. */
    record Single(Arrow arrow) implements LadderRow {

        @Override
        public long fromMicros() {
            return arrow.sentAtMicros();
        }
    }

    /** The sender waited in vain; placed where the waiting ends. */
    record Waited(TimeOut timeOut) implements LadderRow {

        @Override
        public long fromMicros() {
            return timeOut.atMicros();
        }
    }

    /**
     * Segments of which nothing is to be told, put together.
     *
     * @param first index of the first arrow: the run's name as long as the trace only grows
     * @param last index of the last one
     * @param segments how many of its arrows are segments
     * @param bytes of data in them
     * @param fromMicros when the first one left
     * @param toMicros when the last one left
     */
    record Run(int first, int last, int segments, long bytes, long fromMicros, long toMicros)
            implements LadderRow {}
}
