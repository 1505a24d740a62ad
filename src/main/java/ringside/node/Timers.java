package ringside.node;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ringside.peer.Timer;

/** What the core wants to be reminded of, by time, and in the order of asking at one time. */
final class Timers {

    private record Entry(long atMicros, long order, Timer timer) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::atMicros).thenComparingLong(Entry::order));
    private long orders;

    void add(long atMicros, Timer timer) {
        queue.add(new Entry(atMicros, orders++, timer));
    }

    /** The next timer that is due, taken out; or null. */
    @Nullable Timer pollDue(long nowMicros) {
        Entry next = queue.peek();
        if (next == null || next.atMicros() > nowMicros) {
            return null;
        }
        queue.remove();
        return next.timer();
    }

    /** Microseconds until the next timer is due, 0 when one is, {@code most} when none is near. */
    long untilNext(long nowMicros, long most) {
        Entry next = queue.peek();
        return next == null ? most : Math.clamp(next.atMicros() - nowMicros, 0, most);
    }
}
