package ringside.model;

/**
 * Whether an invariant of the ring holds at one moment (SPEC 7, 8).
 *
 * @param violation one plain sentence that says what is wrong; empty when the invariant holds
 */
public record InvariantCheck(RingInvariant invariant, String violation) {

    /** Returns whether the invariant holds. */
    public boolean holds() {
        return violation.isEmpty();
    }
}
