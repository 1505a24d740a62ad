package ringside.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time that the window shows, in microseconds since the epoch. */
final class Clock {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long wallMicros =
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final long nanos = System.nanoTime();
    private long frameNanos = nanos;

    /** The time since the last call, in seconds; what glides and fades moves by it. */
    double frameSeconds() {
        long now = System.nanoTime();
        double seconds = (now - frameNanos) / NANOS_PER_SECOND;
        frameNanos = now;
        return Math.min(seconds, 1);
    }

    /** Runs on evenly, even when the machine's clock is set. */
    long micros() {
        return wallMicros + (System.nanoTime() - nanos) / NANOS_PER_MICRO;
    }
}
