package ringside.model;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on a ring at one moment, by its neighbours and its invariants together. The centre of
 * the ring and the lights show this one (SPEC 7, 8); scenarios ask {@link RingHealth} alone.
 * Immutable.
 *
 * @param health the two nearest neighbours on both sides of every member
 * @param checks one for each invariant, in their order
 * @param deadSuccessors ended peers that are still named
 * @param circulating lookups that go round and round, oldest first
 */
public record RingVerdict(
        RingHealth health,
        List<InvariantCheck> checks,
        List<DeadSuccessor> deadSuccessors,
        List<LookupState> circulating) {

    public RingVerdict {
        checks = List.copyOf(checks);
        deadSuccessors = List.copyOf(deadSuccessors);
        circulating = List.copyOf(circulating);
    }

    /** Judges a state of the ring; takes a millisecond with 256 peers. */
    public static RingVerdict of(RingState state) {
        int members = state.health().living().size();
        List<DeadSuccessor> deadSuccessors = DeadSuccessor.in(state);
        return new RingVerdict(
                state.health(),
                RingInvariants.of(state, deadSuccessors),
                deadSuccessors,
                state.lookups().stream()
                        .filter(_ -> state.health().isWhole())
                        .filter(lookup -> lookup.circulates(members, state.atMicros()))
                        .toList());
    }

    /**
     * Returns one sentence about where what peers say and what is known part; empty if they agree
     * (PROGRAMS 3.7).
     *
     * @param nowMicros the moment that is shown, in microseconds since the epoch
     */
    public Optional<String> contradiction(long nowMicros) {
        return circulating.stream()
                .findFirst()
                .map(lookup -> lookup.circulating(health.living().size()))
                .or(() ->
                        deadSuccessors.stream().findFirst().map(dead -> dead.sentence(nowMicros)));
    }

    /** Returns whether all invariants of the ring hold, as far as that can be told. */
    public boolean isRight() {
        return health.isConsistent() && violations().isEmpty();
    }

    /** Returns the checks of the invariants that are known not to hold. */
    public List<InvariantCheck> violations() {
        return checks.stream().filter(InvariantCheck::isBroken).toList();
    }
}
