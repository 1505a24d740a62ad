package ringside.ladder;

/**
 * One segment or acknowledgement on its way from one side to the other. Immutable: arrival replaces
 * the arrow with a new one.
 *
 * @param kind the kind of datagram
 * @param sending how it was sent
 * @param number the sequence number of a segment, the acknowledgement number of an acknowledgement
 * @param length bytes of data; 0 in an acknowledgement
 * @param sentAtMicros when it was sent, in microseconds since the epoch
 * @param arrivedAtMicros when it arrived, or {@link #NEVER}
 * @param arrival how it arrived; meaningless before that
 */
public record Arrow(
        Kind kind,
        Sending sending,
        long number,
        int length,
        long sentAtMicros,
        long arrivedAtMicros,
        Arrival arrival) {

    /** Stands for an arrival that has not happened. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The kind of datagram that an arrow stands for. */
    public enum Kind {
        SEGMENT,
        ACKNOWLEDGEMENT
    }

    /** How a datagram was sent. */
    public enum Sending {
        /** Sent for the first time. */
        FIRST,
        /** Sent again, after a real or presumed loss. */
        AGAIN,
        /** Sent for the first time, and dropped on purpose. */
        DROPPED,
        /** Sent again, and dropped on purpose. */
        DROPPED_AGAIN
    }

    /** How a datagram arrived. */
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

    /** Returns an arrow that was sent and has not arrived. */
    static Arrow left(Kind kind, Sending sending, long number, int length, long sentAtMicros) {
        return new Arrow(kind, sending, number, length, sentAtMicros, NEVER, Arrival.FIRST);
    }

    /**
     * Returns the arrow with its arrival. The clocks of two processes differ by some microseconds,
     * so an arrival before the sending counts as simultaneous.
     */
    Arrow arrived(long atMicros, Arrival how) {
        long comes = Math.max(sentAtMicros + 1, atMicros);
        return new Arrow(kind, sending, number, length, sentAtMicros, comes, how);
    }

    /** Returns whether the datagram was dropped on purpose. */
    public boolean isDropped() {
        return sending == Sending.DROPPED || sending == Sending.DROPPED_AGAIN;
    }

    /** Returns whether the datagram had been sent before. */
    public boolean isAgain() {
        return sending == Sending.AGAIN || sending == Sending.DROPPED_AGAIN;
    }

    /** Returns whether the datagram had arrived by a time. */
    public boolean hasArrivedBy(long micros) {
        return arrivedAtMicros <= micros;
    }
}
