package ringside.ladder;

/**
 * One segment or acknowledgement on its way from one side to the other. It changes while its trace
 * grows: what has not come may come yet.
 */
public final class Arrow {

    /** Stands for a time that has not come. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Kind kind;
    private final Sending sending;
    private final long number;
    private final int length;
    private final long sentAtMicros;
    private long arrivedAtMicros = NEVER;
    private Arrival arrival = Arrival.FIRST;

    /** What travels. */
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

    Arrow(Kind kind, Sending sending, long number, int length, long sentAtMicros) {
        this.kind = kind;
        this.sending = sending;
        this.number = number;
        this.length = length;
        this.sentAtMicros = sentAtMicros;
    }

    /** The clocks of two processes differ by some microseconds: nothing comes before it left. */
    void arrive(long atMicros, Arrival how) {
        arrivedAtMicros = Math.max(sentAtMicros + 1, atMicros);
        arrival = how;
    }

    /** What travels. */
    public Kind kind() {
        return kind;
    }

    /** How it left. */
    public Sending sending() {
        return sending;
    }

    /** The sequence number of a segment, the acknowledgement number of an acknowledgement. */
    public long number() {
        return number;
    }

    /** Bytes of data; 0 in an acknowledgement. */
    public int length() {
        return length;
    }

    /** When it left, in microseconds since the epoch. */
    public long sentAtMicros() {
        return sentAtMicros;
    }

    /** When it came, or {@link #NEVER}. */
    public long arrivedAtMicros() {
        return arrivedAtMicros;
    }

    /** How it came; of no meaning before that. */
    public Arrival arrival() {
        return arrival;
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
