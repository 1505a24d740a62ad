package ringside.ladder;

/**
 * One segment or acknowledgement on its way from one side to the other. Immutable: an arrow that
 * has come is another one in its place.
 *
 * @param kind what travels
 * @param sending how it left
 * @param number the sequence number of a segment, the acknowledgement number of an acknowledgement
 * @param length bytes of data; 0 in an acknowledgement
 * @param sentAtMicros when it left, in microseconds since the epoch
 * @param arrivedAtMicros when it came, or {@link #NEVER}
 * @param arrival how it came; of no meaning before that
 */
public record Arrow(
        Kind kind,
        Sending sending,
        long number,
        int length,
        long sentAtMicros,
        long arrivedAtMicros,
        Arrival arrival) {

    /** Stands for a time that has not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The kind of datagram that an arrow stands for. */
    public enum Kind {
        SEGMENT,
        ACKNOWLEDGEMENT
    }

    /** How it left. */
    public enum Sending {
        /** For the first time. */
        FIRST,
        /** Once more, after a loss or what was taken for one. */
        AGAIN,
        /** For the first time, and thrown away on purpose. */
        DROPPED,
        /** Once more, and thrown away on purpose. */
        DROPPED_AGAIN
    }

    /** How it came. */
    public enum Arrival {
        FIRST,
        /** The receiver had it already. */
        DUPLICATE
    }

    /** Refuses an arrival before the departure. */
    public Arrow {
        if (arrivedAtMicros <= sentAtMicros) {
            throw new IllegalArgumentException("it came before it left");
        }
    }

    /** One that has left and not come. */
    static Arrow left(Kind kind, Sending sending, long number, int length, long sentAtMicros) {
        return new Arrow(kind, sending, number, length, sentAtMicros, NEVER, Arrival.FIRST);
    }

    /** The clocks of two processes differ by some microseconds: nothing comes before it left. */
    Arrow arrived(long atMicros, Arrival how) {
        long comes = Math.max(sentAtMicros + 1, atMicros);
        return new Arrow(kind, sending, number, length, sentAtMicros, comes, how);
    }

    /** Whether it was thrown away on purpose. */
    public boolean isDropped() {
        return sending == Sending.DROPPED || sending == Sending.DROPPED_AGAIN;
    }

    /** Whether it was sent before. */
    public boolean isAgain() {
        return sending == Sending.AGAIN || sending == Sending.DROPPED_AGAIN;
    }

    /** Whether it had come at a time. */
    public boolean hasArrivedBy(long micros) {
        return arrivedAtMicros <= micros;
    }
}
