package ringside.peer;

/**
 * A pseudo-random number generator (SplitMix64). It is part of the peer's state, so that the core
 * stays a function of its inputs, and a simulation can be replayed.
 */
final class SeededRandom {

    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    /** Returns a uniform number from [0, 1). */
    double fraction() {
        return (next() >>> 11) * TWO_TO_MINUS_53;
    }

    /** Returns a uniform number from 1 to {@link Message#MAX_ID}: 0 means 'none' in messages. */
    long id() {
        return 1 + Long.remainderUnsigned(next(), Message.MAX_ID);
    }

    private long next() {
        state += 0x9E37_79B9_7F4A_7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
