package ringside.wire;

/**
 * Which sequence numbers of one sender have come: the highest, and which of the {@value #WIDTH}
 * before it (RFC 6347, 4.1.2.6). Confined to one thread.
 */
final class ReplayWindow {

    /** Width in datagrams, as in DTLS: one that is overtaken by more is lost. */
    static final int WIDTH = Long.SIZE;

    private long highest = -1;

    /** Bit i is set when the number i below the highest has come. */
    private long come = 1;

    /** Takes a number; returns false when it has come before, or is older than the window. */
    boolean take(long sequence) {
        if (sequence > highest) {
            long ahead = sequence - highest;
            come = ahead < WIDTH ? (come << ahead) | 1 : 1;
            highest = sequence;
            return true;
        }
        if (sequence <= highest - WIDTH) {
            return false;
        }
        long bit = 1L << (highest - sequence);
        boolean isNew = (come & bit) == 0;
        come |= bit;
        return isNew;
    }
}
