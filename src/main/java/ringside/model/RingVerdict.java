package ringside.model;

import java.util.List;

/**
 * The verdict on a ring at one moment, by its neighbours and its invariants together: the middle of
 * the ring, the lights and the status line all speak of this one (SPEC 7, 8). Immutable.
 *
 * @param health whether the next two neighbours on both sides are right at every member
 * @param lights one for each promise, in their order
 */
public record RingVerdict(RingHealth health, List<RingInvariant> lights) {

    public RingVerdict {
        lights = List.copyOf(lights);
    }

    /** Judges a picture of the ring; takes a millisecond with 256 peers. */
    public static RingVerdict of(RingState state) {
        return new RingVerdict(state.health(), RingInvariants.of(state));
    }

    /** Whether everything that a ring promises holds. */
    public boolean isRight() {
        return health.isConsistent() && troubles().isEmpty();
    }

    /** The promises that do not hold. */
    public List<RingInvariant> troubles() {
        return lights.stream().filter(light -> !light.isOn()).toList();
    }
}
