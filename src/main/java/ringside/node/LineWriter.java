package ringside.node;

import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Prints lines on a thread of its own, since a terminal may stand still: held with Ctrl-S, or a
 * pipe that nobody reads. Lines that do not fit are counted, and their number stands in their
 * place. Any thread may print, and none waits.
 */
final class LineWriter implements AutoCloseable {

    /** Lines that wait at most: more than anyone scrolls back. */
    static final int CAPACITY = 2_000;

    /** How long closing waits for a terminal that stands still, in ms. */
    static final long CLOSE_MS = 1_000;

    /** Stack of the thread in bytes: it calls a few methods deep. */
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
     * Begins to print what comes.
     *
     * @param capacity lines that wait at most, at least 2
     * @param gap what stands in the place of lines that were lost, from their number
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

    /** Prints a line soon. */
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

    /** Prints what waits; gives up on a terminal that stands still for {@value #CLOSE_MS} ms. */
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
