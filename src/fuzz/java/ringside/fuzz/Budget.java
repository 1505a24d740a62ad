package ringside.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * The limits for reading one input (SPEC 10.1). They count processor time and allocations of the
 * reading thread, so that a busy machine does not matter. For one thread.
 */
final class Budget {

    /** A fraction of a second, though the code is instrumented and may not be compiled yet. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** A peer's whole heap is 32 MiB; an input has at most 64 KiB, and is read up to four times. */
    private static final long MOST_BYTES = 24L << 20;

    /** The first try loads classes: only an input that stays expensive is a finding. */
    private static final int TRIES = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Budget() {}

    /** Reads an input, and fails when that takes too much however often it is done. */
    static void spend(Runnable reading) {
        long nanos = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && (nanos > MOST_NANOS || bytes > MOST_BYTES); i++) {
            long startNanos = THREADS.getCurrentThreadCpuTime();
            long startBytes = THREADS.getCurrentThreadAllocatedBytes();
            reading.run();
            nanos = THREADS.getCurrentThreadCpuTime() - startNanos;
            bytes = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
        }
        if (nanos > MOST_NANOS || bytes > MOST_BYTES) {
            throw new AssertionError(
                    "one input takes "
                            + TimeUnit.NANOSECONDS.toMillis(nanos)
                            + " ms and "
                            + (bytes >> 10)
                            + " KiB");
        }
    }

    /** Fails when what was read, written and read again is not the same. */
    static void requireEqual(Object first, Object second) {
        if (!first.equals(second)) {
            throw new AssertionError("read " + first + ", and after writing it " + second);
        }
    }
}
