package ringside.app.base;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of a window, in microseconds since the epoch. Thread-safe. */
public final class WindowClock {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long wallMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final long nanos = System.nanoTime();

    /** Returns the time now; it advances evenly, even when the machine's clock is set. */
    public long micros() {
        return wallMicros + (System.nanoTime() - nanos) / NANOS_PER_MICRO;
    }
}
