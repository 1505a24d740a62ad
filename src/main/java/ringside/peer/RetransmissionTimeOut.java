package ringside.peer;

/**
 * The retransmission time-out, computed from measured round trips (RFC 6298), with a floor for the
 * delays of a busy machine.
 */
final class RetransmissionTimeOut {

    /** Lower bound: on a loopback, a round trip takes less than one scheduler turn. */
    static final long FLOOR_MICROS = 20 * PeerContext.MICROS_PER_MS;

    /** Upper bound; also the value before the first measurement. */
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

    /** Updates the time-out with the round trip of a segment that was sent only once. */
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

    /** Doubles the time-out after it proved too short; the next measurement replaces it. */
    void backOff() {
        timeOutMicros = Math.min(2 * timeOutMicros, CEILING_MICROS);
    }
}
