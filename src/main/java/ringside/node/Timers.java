package ringside.node;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ringside.peer.Timer;

/** The core's pending timers, ordered by time, and by insertion at equal times. */
final class Timers {

    private static final long MICROS_PER_MS = 1_000;

    private record Entry(long atMicros, long order, Timer timer) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::atMicros).thenComparingLong(Entry::order));
    private long orders;

    void add(long atMicros, Timer timer) {
        queue.add(new Entry(atMicros, orders++, timer));
    }

    /** Removes and returns the next due timer; null if there is none. */
    @Nullable Timer pollDue(long nowMicros) {
        Entry next = queue.peek();
        if (next == null || next.atMicros() > nowMicros) {
            return null;
        }
        queue.remove();
        return next.timer();
    }

    /**
     * Returns the milliseconds until the next timer is due: 0 if one is due, and rounded up,
     * because who wakes up early looks again and again until it is.
     *
     * @param mostMicros the longest sleep
     */
    long millisUntilNext(long nowMicros, long mostMicros) {
        Entry next = queue.peek();
        long micros =
                next == null ? mostMicros : Math.clamp(next.atMicros() - nowMicros, 0, mostMicros);
        return Math.ceilDiv(micros, MICROS_PER_MS);
    }
}
