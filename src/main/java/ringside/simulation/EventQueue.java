package ringside.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Actions in order of their times, and of their insertion where times are equal. Each second has a
 * heap of its own: most actions of a large simulation are timers that are seconds away, and the
 * heap of the current one fits into the processor's cache without them. For one thread.
 */
final class EventQueue {

    /** A second has 2 to the power of so many microseconds here. */
    private static final int SECOND_BITS = 20;

    /** What happens in {@link #second} or before. */
    private EventHeap current = new EventHeap();

    private final TreeMap<Long, EventHeap> later = new TreeMap<>();
    private long second;

    boolean isEmpty() {
        return current.isEmpty() && later.isEmpty();
    }

    /** Returns the time of the first action; the queue must not be empty. */
    long firstMicros() {
        reachFirst();
        return current.firstMicros();
    }

    void add(long atMicros, Runnable action) {
        long itsSecond = atMicros >> SECOND_BITS;
        EventHeap heap =
                itsSecond <= second
                        ? current
                        : later.computeIfAbsent(itsSecond, key -> new EventHeap());
        heap.add(atMicros, action);
    }

    /** Removes the first action and returns it; null where there is none. */
    @Nullable Runnable poll() {
        reachFirst();
        return current.poll();
    }

    private void reachFirst() {
        if (!current.isEmpty()) {
            return;
        }
        Map.Entry<Long, EventHeap> next = later.pollFirstEntry();
        if (next != null) {
            second = next.getKey();
            current = next.getValue();
        }
    }
}
