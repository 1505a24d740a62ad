package ringside.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The two clocks of a process. */
final class Clock {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long startNanos;
    private final long startEpochMicros;

    /**
     * Begins at 0. The first question for the time of day loads classes for milliseconds: it is
     * asked once in vain, or the clocks of peers on one machine would differ by as much.
     */
    Clock() {
        var _ = wallMicros();
        startNanos = System.nanoTime();
        startEpochMicros = wallMicros();
    }

    private static long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Microseconds since the process started; never goes back. */
    long micros() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
    }

    /** Microseconds since the Unix epoch for a moment of {@link #micros}. */
    long epochMicros(long micros) {
        return startEpochMicros + micros;
    }
}
