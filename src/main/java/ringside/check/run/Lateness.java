package ringside.check.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late this machine lets a thread go on that has slept: a measure of how busy it is. */
final class Lateness implements AutoCloseable {

    private static final long SLEEP_MS = 50;

    private final Thread thread =
            Thread.ofPlatform().daemon().name("lateness").unstarted(this::measure);
    private final AtomicLong worstMs = new AtomicLong();

    /** Begins to measure. */
    static Lateness begin() {
        Lateness lateness = new Lateness();
        lateness.thread.start();
        return lateness;
    }

    private void measure() {
        try {
            while (!Thread.interrupted()) {
                long before = System.nanoTime();
                Thread.sleep(SLEEP_MS);
                long sleptMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
                worstMs.accumulateAndGet(sleptMs - SLEEP_MS, Math::max);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the longest time that it was too late since the last call, in milliseconds. */
    long takeWorstMs() {
        return worstMs.getAndSet(0);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
