package ringside.model;

/**
 * Whether an invariant of the ring holds at one moment (SPEC 7, 8).
 *
 * @param violation one plain sentence that says what is wrong; empty when nothing is known to be
 */
public record InvariantCheck(RingInvariant invariant, Outcome outcome, String violation) {

    /** What is known. */
    public enum Outcome {
        HOLDS,
        BROKEN,
        /** It cannot be told: some peers of the ring are not seen. */
        UNKNOWN
    }

    /** A check of the whole ring; without a violation, the invariant holds. */
    InvariantCheck(RingInvariant invariant, String violation) {
        this(invariant, violation.isEmpty() ? Outcome.HOLDS : Outcome.BROKEN, violation);
    }

    static InvariantCheck unknown(RingInvariant invariant) {
        return new InvariantCheck(invariant, Outcome.UNKNOWN, "");
    }

    /** Returns whether the invariant is known to be broken. */
    public boolean isBroken() {
        return outcome == Outcome.BROKEN;
    }
}
