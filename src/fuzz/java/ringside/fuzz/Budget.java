package ringside.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * What reading one input may cost (SPEC 10.1). Counted in processor time and bytes of the reading
 * thread, so that a busy machine does not matter. For one thread.
 */
final class Budget {

    /** A fraction of a second, though the code is instrumented and may not be compiled yet. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    /** A peer's whole heap is 32 MiB; an input has at most 64 KiB. */
    private static final long MOST_BYTES = 24L << 20;

    private static final ThreadMXBean THREADS =
            (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long startNanos = THREADS.getCurrentThreadCpuTime();
    private final long startBytes = THREADS.getCurrentThreadAllocatedBytes();

    /** Fails when more was used since this budget was made. */
    void check() {
        long nanos = THREADS.getCurrentThreadCpuTime() - startNanos;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
        if (nanos > MOST_NANOS || bytes > MOST_BYTES) {
            throw new AssertionError(
                    "one input took "
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
