package ringside.node;

import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Prints lines on its own thread, because a terminal may block: held with Ctrl-S, or a pipe without
 * a reader. Lines that do not fit the queue are counted and replaced by their number. May be called
 * from any thread; never blocks the caller.
 */
final class LineWriter implements AutoCloseable {

    /** Maximum number of waiting lines: more than anyone scrolls back. */
    static final int CAPACITY = 2_000;

    /** Time that closing waits for a blocked terminal, in ms. */
    static final long CLOSE_MS = 1_000;

    /** Stack size of the thread in bytes; its calls are only a few frames deep. */
    private static final int STACK_BYTES = 1 << 18;

    private sealed interface Item {
        record Line(PrintStream to, String text) implements Item {}

        record End() implements Item {}
    }

    private final BlockingQueue<Item> waiting;
    private final LongFunction<String> gap;
    private final Thread thread;
    private long missing;

    /**
     * Starts the printing thread.
     *
     * @param capacity most waiting lines, at least 2
     * @param gap formats the replacement of lost lines from their number
     */
    LineWriter(int capacity, LongFunction<String> gap) {
        this.gap = gap;
        waiting = new ArrayBlockingQueue<>(capacity);
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("terminal writer")
                        .stackSize(STACK_BYTES)
                        .start(this::writeAll);
    }

    /** Queues a line for printing. */
    synchronized void print(PrintStream to, String text) {
        if (missing > 0 && waiting.remainingCapacity() > 1) {
            waiting.add(new Item.Line(to, gap.apply(missing)));
            missing = 0;
        }
        if (missing > 0 || !waiting.offer(new Item.Line(to, text))) {
            missing++;
        }
    }

    private void writeAll() {
        try {
            while (waiting.take() instanceof Item.Line(PrintStream to, String text)) {
                to.println(text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints the waiting lines; gives up on a terminal that blocks for {@value #CLOSE_MS} ms. */
    @Override
    public void close() {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MS);
        try {
            if (endsBefore(deadlineNanos)) {
                thread.join(TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()) + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsBefore(long deadlineNanos) throws InterruptedException {
        long lost = takeMissing();
        return (lost == 0 || offer(new Item.Line(System.err, gap.apply(lost)), deadlineNanos))
                && offer(new Item.End(), deadlineNanos);
    }

    private synchronized long takeMissing() {
        long lost = missing;
        missing = 0;
        return lost;
    }

    private boolean offer(Item item, long deadlineNanos) throws InterruptedException {
        return waiting.offer(item, deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
