package ringside.timeline;

/** How fast the past is played (WINDOW 5.2). */
public sealed interface Pace {

    /** As it happened. */
    Pace AS_IT_HAPPENED = new Speed(1);

    /**
     * A multiple of the speed at which it happened.
     *
     * @param times {@value #SLOWEST} to {@value #FASTEST}
     */
    record Speed(double times) implements Pace {
        /** An eighth: the hops of a request can be followed. */
        public static final double SLOWEST = 0.125;

        /** Eight times: an hour in less than eight minutes. */
        public static final double FASTEST = 8;

        public Speed {
            if (!(times >= SLOWEST && times <= FASTEST)) {
                throw new IllegalArgumentException("a speed is 1/8 to 8, not " + times);
            }
        }
    }

    /**
     * The same time for every event, however near or far from the one before it: what is over in a
     * millisecond can be followed, and nobody waits for a quiet minute to pass.
     *
     * @param micros from one event to the next, more than 0
     */
    record Gap(long micros) implements Pace {
        public Gap {
            if (micros <= 0) {
                throw new IllegalArgumentException("a gap is more than 0, not " + micros);
            }
        }
    }
}
