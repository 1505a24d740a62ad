package ringside.app.base;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time that a window shows, in microseconds since the epoch. Any thread. */
public final class Clock {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long wallMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final long nanos = System.nanoTime();

    /** Runs on evenly, even when the machine's clock is set. */
    public long micros() {
        return wallMicros + (System.nanoTime() - nanos) / NANOS_PER_MICRO;
    }
}
