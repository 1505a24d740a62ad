package ringside.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The two clocks of a process. */
final class Clock {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long startNanos = System.nanoTime();
    private final long startEpochMicros =
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());

    /** Microseconds since the process started; never goes back. */
    long micros() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
    }

    /** Microseconds since the Unix epoch for a moment of {@link #micros}. */
    long epochMicros(long micros) {
        return startEpochMicros + micros;
    }
}
