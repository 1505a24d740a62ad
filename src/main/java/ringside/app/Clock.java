package ringside.app;

/** The time that the window shows, in microseconds since the epoch. */
final class Clock {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private final long wallMicros = System.currentTimeMillis() * MICROS_PER_MILLI;
    private final long nanos = System.nanoTime();

    /** Runs on evenly, even when the machine's clock is set. */
    long micros() {
        return wallMicros + (System.nanoTime() - nanos) / NANOS_PER_MICRO;
    }
}
