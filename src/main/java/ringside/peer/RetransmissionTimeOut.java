package ringside.peer;

/**
 * How long to wait for an acknowledgement, from the measured round trips (RFC 6298), with a floor
 * for what a busy machine adds to them.
 */
final class RetransmissionTimeOut {

    /** Never less: on a loopback a round trip takes less than a turn of the scheduler. */
    static final long FLOOR_MICROS = 20 * PeerContext.MICROS_PER_MS;

    /** Never more; also as long as nothing has been measured. */
    static final long CEILING_MICROS = 1_000 * PeerContext.MICROS_PER_MS;

    private static final int SMOOTHING = 8;
    private static final int VARIATION_SMOOTHING = 4;
    private static final int VARIATIONS = 4;

    private boolean isMeasured;
    private long smoothedMicros;
    private long variationMicros;
    private long timeOutMicros = CEILING_MICROS;

    long micros() {
        return timeOutMicros;
    }

    /** A segment that was sent once was acknowledged after this time. */
    void measured(long roundTripMicros) {
        if (isMeasured) {
            long off = Math.abs(smoothedMicros - roundTripMicros);
            variationMicros += (off - variationMicros) / VARIATION_SMOOTHING;
            smoothedMicros += (roundTripMicros - smoothedMicros) / SMOOTHING;
        } else {
            isMeasured = true;
            smoothedMicros = roundTripMicros;
            variationMicros = roundTripMicros / 2;
        }
        timeOutMicros =
                Math.clamp(
                        smoothedMicros + VARIATIONS * variationMicros,
                        FLOOR_MICROS,
                        CEILING_MICROS);
    }

    /** It was not enough: twice as long from now on, until there is a new measurement. */
    void backOff() {
        timeOutMicros = Math.min(2 * timeOutMicros, CEILING_MICROS);
    }
}
