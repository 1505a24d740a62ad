package ringside.timeline;

/** The pace at which the past is played (WINDOW 5.2). */
public sealed interface Pace {

    /** Real time. */
    Pace AS_IT_HAPPENED = new Speed(1);

    /** A quarter of real time, slow enough to see what a second is full of (WINDOW 5.4). */
    Pace SLOW_MOTION = new Speed(0.25);

    /**
     * A multiple of real time.
     *
     * @param times {@value #SLOWEST} to {@value #FASTEST}
     */
    record Speed(double times) implements Pace {
        /** An eighth of real time: a viewer can follow the hops of a request. */
        public static final double SLOWEST = 0.125;

        /** Eight times real time: an hour takes less than eight minutes. */
        public static final double FASTEST = 8;

        public Speed {
            if (!(times >= SLOWEST && times <= FASTEST)) {
                throw new IllegalArgumentException("a speed is 1/8 to 8, not " + times);
            }
        }
    }

    /**
     * The same time for every event, however near or far from the one before it. A viewer can
     * follow events that took a millisecond, and need not sit through a quiet minute.
     *
     * @param micros time from one event to the next, more than 0
     */
    record Gap(long micros) implements Pace {
        public Gap {
            if (micros <= 0) {
                throw new IllegalArgumentException("a gap is more than 0, not " + micros);
            }
        }
    }
}
