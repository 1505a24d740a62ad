package ringside.model;

import java.util.List;

/**
 * The verdict on a ring at one moment, by its neighbours and its invariants together. The centre of
 * the ring and the lights show this one (SPEC 7, 8); scenarios ask {@link RingHealth} alone.
 * Immutable.
 *
 * @param health the two nearest neighbours on both sides of every member
 * @param invariants one for each promise, in the order of the promises
 */
public record RingVerdict(RingHealth health, List<RingInvariant> invariants) {

    public RingVerdict {
        invariants = List.copyOf(invariants);
    }

    /** Judges a state of the ring; takes a millisecond with 256 peers. */
    public static RingVerdict of(RingState state) {
        return new RingVerdict(state.health(), RingInvariants.of(state));
    }

    /** Returns whether all promises of the ring hold. */
    public boolean isRight() {
        return health.isConsistent() && troubles().isEmpty();
    }

    /** Returns the promises that do not hold. */
    public List<RingInvariant> troubles() {
        return invariants.stream().filter(invariant -> !invariant.holds()).toList();
    }
}
