package ringside.node;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ringside.peer.Timer;

/**
 * The core's pending timers, ordered by time, and by insertion at equal times. Timers with similar
 * delays fall together, so that an idle peer wakes up for several at once.
 */
final class Timers {

    /** A timer may be late by this share of its delay: few look at a second so closely. */
    private static final long DELAYS_A_TICK = 32;

    private static final long MICROS_PER_MS = 1_000;

    private record Entry(long atMicros, long order, Timer timer) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::atMicros).thenComparingLong(Entry::order));
    private long orders;

    /**
     * Adds a timer.
     *
     * @param delayMicros from now; the timer is due then, or up to a 32nd of it later
     */
    void add(long nowMicros, long delayMicros, Timer timer) {
        long tick = Math.max(1, Long.highestOneBit(delayMicros / DELAYS_A_TICK));
        long atMicros = Math.ceilDiv(nowMicros + delayMicros, tick) * tick;
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
