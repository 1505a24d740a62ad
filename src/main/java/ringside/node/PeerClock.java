package ringside.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The two clocks of a process. */
final class PeerClock {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long startNanos;
    private final long startEpochMicros;

    /**
     * Starts at 0. The first call for the time of day loads classes for milliseconds, so a first
     * call is discarded; otherwise the clocks of peers on one machine would differ by that time.
     */
    PeerClock() {
        var _ = wallMicros();
        startNanos = System.nanoTime();
        startEpochMicros = wallMicros();
    }

    private static long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Returns the microseconds since the process started; monotonic. */
    long micros() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
    }

    /** Converts a time of {@link #micros} to microseconds since the Unix epoch. */
    long epochMicros(long micros) {
        return startEpochMicros + micros;
    }
}
