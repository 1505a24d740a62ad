package ringside.check.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import ringside.check.Observation.Printed;

/**
 * The last lines of a peer that has printed more than can be kept (PROGRAMS 5.9): its first and its
 * last lines are, cut where they are long, in about 2 MiB of memory each. Use it under one lock.
 */
final class PrintedTail {

    private static final long MOST_BYTES = 2 << 20;
    private static final int LONGEST_LINE = 1_000;

    /** What a line takes in memory besides its characters, about. */
    private static final int BYTES_OF_LINE = 100;

    private final Deque<Late> late = new ArrayDeque<>();
    private long earlyBytes;
    private long lateBytes;

    /**
     * A line that came when the first ones had filled their place.
     *
     * @param number of the observation; a later one has a higher number
     * @param behind so many observations that are not late
     */
    record Late(long number, int behind, Printed printed) {}

    /** Returns a line as it is kept. */
    static Printed cut(Printed printed) {
        String line = printed.line();
        return line.length() <= LONGEST_LINE
                ? printed
                : new Printed(printed.atMicros(), printed.peer(), line.substring(0, LONGEST_LINE));
    }

    /** Returns whether a line is one of the first; keeps it among the last ones if it is not. */
    boolean isEarly(Printed printed, long number, int behind) {
        Printed kept = cut(printed);
        if (late.isEmpty() && earlyBytes + bytesOf(kept) <= MOST_BYTES) {
            earlyBytes += bytesOf(kept);
            return true;
        }
        late.addLast(new Late(number, behind, kept));
        lateBytes += bytesOf(kept);
        while (lateBytes > MOST_BYTES) {
            lateBytes -= bytesOf(late.removeFirst().printed());
        }
        return false;
    }

    private static long bytesOf(Printed printed) {
        return BYTES_OF_LINE + (long) Character.BYTES * printed.line().length();
    }

    /** Returns the last ones, in their order. */
    Stream<Late> lines() {
        return late.stream();
    }
}
