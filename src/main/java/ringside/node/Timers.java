package ringside.node;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ringside.peer.Timer;

/**
 * The core's pending timers, ordered by time, and by insertion at equal times. Timers with similar
 * delays fall together, and upkeep waits for others, so that an idle peer wakes up seldom.
 */
final class Timers {

    /** A timer may be late by this share of its delay: few look at a second so closely. */
    private static final long DELAYS_A_TICK = 32;

    /** Upkeep may be late by this share of its delay. */
    private static final long DELAYS_OF_PATIENCE = 4;

    private static final long MICROS_PER_MS = 1_000;

    /**
     * @param atMicros when it is due
     * @param latestMicros when it wakes the peer up, if nothing else has until then
     */
    private record Entry(long atMicros, long latestMicros, long order, Timer timer) {}

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
        long patienceMicros = timer instanceof Timer.Upkeep ? delayMicros / DELAYS_OF_PATIENCE : 0;
        queue.add(new Entry(atMicros, atMicros + patienceMicros, orders++, timer));
    }

    /** Removes a timer that need not fire. */
    void remove(Timer timer) {
        queue.removeIf(entry -> entry.timer().equals(timer));
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
     * Returns the milliseconds until a timer wakes the peer up: 0 if one does now, and rounded up,
     * because who wakes up early looks again and again until it is.
     *
     * @param mostMicros the longest sleep
     */
    long millisUntilNext(long nowMicros, long mostMicros) {
        long micros = mostMicros;
        for (Entry entry : queue) {
            micros = Math.min(micros, entry.latestMicros() - nowMicros);
        }
        return Math.ceilDiv(Math.max(0, micros), MICROS_PER_MS);
    }
}
