package ringside.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Actions in order of their times, and of their insertion where times are equal: a heap with four
 * children a node, in arrays, so that a comparison follows no reference. For one thread.
 */
final class EventHeap {

    /** Children of a node: their times lie side by side in one line of the processor's cache. */
    private static final int CHILDREN = 4;

    private static final int FIRST_CAPACITY = 64;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] orders = new long[FIRST_CAPACITY];
    private @Nullable Runnable[] actions = new @Nullable Runnable[FIRST_CAPACITY];
    private int size;
    private long inserted;

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the time of the first action; the heap must not be empty. */
    long firstMicros() {
        return times[0];
    }

    void add(long atMicros, Runnable action) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            actions = Arrays.copyOf(actions, 2 * size);
        }
        long order = inserted++;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            // What was inserted later never goes before an equal time.
            if (times[parent] <= atMicros) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, atMicros, order, action);
    }

    /** Removes the first action and returns it; null where there is none. */
    @Nullable Runnable poll() {
        if (size == 0) {
            return null;
        }
        @Nullable Runnable first = actions[0];
        int last = --size;
        long time = times[last];
        long order = orders[last];
        @Nullable Runnable action = actions[last];
        actions[last] = null;
        if (last > 0) {
            put(gapFor(time, order), time, order, action);
        }
        return first;
    }

    /** Moves smaller entries up from the root until an entry fits below them. */
    private int gapFor(long time, long order) {
        int gap = 0;
        while (true) {
            int firstChild = CHILDREN * gap + 1;
            if (firstChild >= size) {
                return gap;
            }
            int least = leastOf(firstChild);
            boolean fits = time < times[least] || (time == times[least] && order < orders[least]);
            if (fits) {
                return gap;
            }
            move(least, gap);
            gap = least;
        }
    }

    private int leastOf(int firstChild) {
        int least = firstChild;
        int end = Math.min(firstChild + CHILDREN, size);
        for (int child = firstChild + 1; child < end; child++) {
            boolean isLess =
                    times[child] < times[least]
                            || (times[child] == times[least] && orders[child] < orders[least]);
            if (isLess) {
                least = child;
            }
        }
        return least;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        actions[to] = actions[from];
    }

    private void put(int at, long time, long order, @Nullable Runnable action) {
        times[at] = time;
        orders[at] = order;
        actions[at] = action;
    }
}
