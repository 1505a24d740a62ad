package ringside.program;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a peer may live that was told to quit (PROGRAMS 1.5). While it is paused, it can do
 * nothing, and its time begins anew when it goes on. Thread-safe.
 */
final class QuitDeadline {

    /** The time that PROGRAMS 1.5 gives. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;
    private final LongSupplier nanos;
    private boolean isTold;
    private boolean isPaused;
    private long sinceNanos;

    /**
     * Creates the deadline of a peer that was not told to quit yet.
     *
     * @param nanos a clock that never goes back
     */
    QuitDeadline(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
    }

    Duration patience() {
        return patience;
    }

    /** Notes that it is told to quit; only the first time counts. */
    synchronized void told() {
        if (!isTold) {
            isTold = true;
            sinceNanos = nanos.getAsLong();
        }
    }

    synchronized void paused() {
        isPaused = true;
    }

    synchronized void resumed() {
        isPaused = false;
        sinceNanos = nanos.getAsLong();
    }

    synchronized boolean isTold() {
        return isTold;
    }

    /** Returns whether its time is up. */
    synchronized boolean isOver() {
        return isTold
                && !isPaused
                && nanos.getAsLong() - sinceNanos >= TimeUnit.NANOSECONDS.convert(patience);
    }
}
