package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;

class RingInvariantsTest {

    private static Map<RingInvariant, String> violations(EventStory told) {
        return RingVerdict.of(told.state()).checks().stream()
                .filter(InvariantCheck::isBroken)
                .collect(Collectors.toMap(InvariantCheck::invariant, InvariantCheck::violation));
    }

    private static EventStory rightRing() {
        return EventStory.ring(10, 20, 30, 40)
                .that(10, neighbours(ids(20, 30, 40), ids(40, 30)))
                .that(20, neighbours(ids(30, 40, 10), ids(10, 40)))
                .that(30, neighbours(ids(40, 10, 20), ids(20, 10)))
                .that(40, neighbours(ids(10, 20, 30), ids(30, 20)));
    }

    private static NeighbourEvent.NeighboursChanged neighbours(
            List<ringside.ring.PeerId> successors, List<ringside.ring.PeerId> predecessors) {
        return new NeighbourEvent.NeighboursChanged(
                successors, predecessors, NeighboursCause.STABILISED);
    }

    private static FileEvent.FilesHeld holds(boolean owned) {
        return new FileEvent.FilesHeld(
                List.of(new HeldFile(FileName.parse("0015.txt"), 10, owned)));
    }

    @Test
    void allLightsAreOnInAConsistentRingAndInAnEmptyOne() {
        assertThat(violations(rightRing())).isEmpty();
        assertThat(RingVerdict.of(RingState.EMPTY).checks())
                .allMatch(check -> !check.isBroken())
                .hasSize(6);
    }

    @Test
    void aLoopThatLeavesPeersOutIsNotOneRing() {
        EventStory told =
                rightRing()
                        .that(10, neighbours(ids(30, 40), ids(40, 30)))
                        .that(40, neighbours(ids(10, 20, 30), ids(30, 20)));
        assertThat(violations(told))
                .containsEntry(
                        RingInvariant.ONE_RING,
                        "Going from successor to successor, one comes through only 3 of the 4"
                                + " living peers.")
                .containsEntry(
                        RingInvariant.LISTS,
                        "Peer 10 lists 30 40 as its successors; 20 30 40 would be right.");
    }

    @Test
    void aSuccessorListThatStepsBackIsNotOrdered() {
        EventStory told = rightRing().that(20, neighbours(ids(30, 10, 40), ids(10, 40)));
        assertThat(violations(told))
                .containsEntry(
                        RingInvariant.ORDERED,
                        "Peer 20 lists 30 10 40, which does not go clockwise from it.");
    }

    @Test
    void wrongPredecessorsHaveALightOfTheirOwn() {
        EventStory told = rightRing().that(30, neighbours(ids(40, 10, 20), ids(10)));
        assertThat(violations(told))
                .containsOnly(
                        Map.entry(
                                RingInvariant.PREDECESSORS,
                                "Peer 30 takes 10 for its predecessors; 20 10 would be right."));
    }

    /** The sentence of a light that is off says that no peer is to blame. */
    @Test
    void aLivingPeerDeclaredDeadIsNamedBesideTheWrongNeighbours() {
        EventStory told =
                rightRing()
                        .that(10, new NeighbourEvent.PeerDead(id(20), 1))
                        .that(10, neighbours(ids(30, 40), ids(40, 30)));
        String reason =
                " Peer 10 takes 20 for dead though its process runs: it stood still until now, or"
                        + " this machine is slower than the pings.";
        assertThat(violations(told).get(RingInvariant.LISTS)).endsWith(reason);
        assertThat(violations(told).get(RingInvariant.ONE_RING)).endsWith(reason);
        assertThat(violations(told.that(10, new NeighbourEvent.PeerTrusted(id(20), 0))))
                .allSatisfy((invariant, violation) -> assertThat(violation).doesNotContain("dead"));
        assertThat(violations(told.that(20, new ProcessEvent.ProcessPaused())))
                .allSatisfy((invariant, violation) -> assertThat(violation).doesNotContain("dead"));
    }

    @Test
    void aPeerBehindACutLinkIsRightlyDeclaredDead() {
        EventStory told =
                rightRing()
                        .that(20, new NeighbourEvent.LinkCut(id(10)))
                        .that(10, new NeighbourEvent.PeerDead(id(20), 4))
                        .that(10, neighbours(ids(30, 40), ids(40, 30)));
        assertThat(violations(told))
                .isNotEmpty()
                .allSatisfy((invariant, violation) -> assertThat(violation).doesNotContain("dead"));
    }

    /** The light for the content of files is separate from the light for their holders. */
    @Test
    void aDamagedFileHasALightUntilItIsMended() {
        FileName file = FileName.parse("0015.txt");
        EventStory told =
                rightRing()
                        .that(20, holds(true))
                        .that(30, holds(false))
                        .that(40, holds(false))
                        .that(30, new FileEvent.FileDamaged(file, "its bytes have changed"));
        assertThat(violations(told))
                .containsOnly(
                        Map.entry(
                                RingInvariant.CONTENT,
                                "0015.txt is damaged at 30, and no copy has come yet."));
        assertThat(violations(told.that(30, new FileEvent.FileMended(file, id(20))))).isEmpty();
    }

    @Test
    void damageAtAPeerThatShouldNotHoldTheFileIsIgnored() {
        EventStory told =
                rightRing()
                        .that(
                                10,
                                new FileEvent.FileDamaged(
                                        FileName.parse("0015.txt"), "its bytes have changed"));
        assertThat(violations(told)).isEmpty();
    }

    /** 15 belongs to 20, and with three copies to 30 and 40. */
    @Test
    void aFileIsSafeWithItsOwnerAndTwoReplicas() {
        EventStory told = rightRing().that(20, holds(true)).that(30, holds(false));
        assertThat(violations(told))
                .containsOnly(
                        Map.entry(
                                RingInvariant.FILES,
                                "0015 is missing at 40, where it should lie."));
        assertThat(violations(told.that(40, holds(false)))).isEmpty();
        assertThat(id(40)).isIn(told.state().health().living());
    }

    @Test
    void filesAreReportedLostWhenNoPeerIsLeft() {
        EventStory told = rightRing().that(20, holds(true));
        for (int peer : new int[] {10, 20, 30, 40}) {
            told.that(peer, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
        }
        assertThat(violations(told))
                .containsEntry(RingInvariant.ONE_RING, "Nobody is on the ring.")
                .containsEntry(
                        RingInvariant.FILES, "0015 is lost: 20, the last to hold it, has ended.");
    }

    @Test
    void aFileThatAPausedPeerHoldsIsNotLost() {
        EventStory told = rightRing().that(20, holds(true)).that(30, holds(false));
        told.that(20, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
        told.that(30, new ProcessEvent.ProcessPaused());
        assertThat(violations(told)).doesNotContainKey(RingInvariant.FILES);
    }

    @Test
    void aNewcomerThatIsStillJoiningIsNamed() {
        EventStory told =
                rightRing()
                        .that(25, new ProcessEvent.ProcessStarted(100, 50_025))
                        .that(25, new LifeEvent.Joining(id(10)));
        assertThat(RingVerdict.of(told.state()).isRight()).isFalse();
        assertThat(violations(told))
                .containsEntry(RingInvariant.ONE_RING, "Peer 25 is not on the ring yet.");
    }
}
