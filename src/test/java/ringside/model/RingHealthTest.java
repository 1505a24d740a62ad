package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.model.RingHealth.Cause;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;

class RingHealthTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 256})
    void aRingIsConsistentWhenAllNeighboursMatchTheSortedIds(int size) {
        int[] peers = new int[size];
        for (int i = 0; i < size; i++) {
            peers[i] = i * 256 / size;
        }
        RingHealth health = EventStory.ring(peers).state().health();
        assertThat(health.problems()).isEmpty();
        assertThat(health.isConsistent()).isTrue();
        assertThat(health.living()).hasSize(size);
        assertThat(health.healing()).isNull();
    }

    @Test
    void aWrongNeighbourIsNamedTogetherWithTheRightOne() {
        EventStory told = EventStory.ring(14, 43, 104, 139, 168);
        told.that(139, new ProcessEvent.ProcessKilled());
        assertThat(told.state().health().problems())
                .contains(
                        "104's first successor is 139, should be 168.",
                        "43's second successor is 139, should be 168.",
                        "168's first predecessor is 139, should be 104.");
    }

    @Test
    void aMissingAndASurplusNeighbourAreBothFaults() {
        EventStory told = EventStory.ring(1, 2).neighbours(1, ids(), ids(2, 9));
        assertThat(told.state().health().problems())
                .containsExactly(
                        "1's first successor is nobody, should be 2.",
                        "1's second predecessor is 9, should be nobody.");
    }

    @Test
    void faultsMatchTheSortedIdsForRandomNeighbours() {
        Random random = new Random(20_190_401);
        for (int round = 0; round < 200; round++) {
            TreeSet<PeerId> living = new TreeSet<>();
            int size = 1 + random.nextInt(6);
            while (living.size() < size) {
                living.add(id(random.nextInt(10)));
            }
            int[] peers = living.stream().mapToInt(PeerId::value).toArray();
            EventStory told = EventStory.ring(peers);
            int broken = peers[random.nextInt(size)];
            List<PeerId> successors = some(random);
            told.neighbours(broken, successors, some(random));
            assertThat(told.state().health().isConsistent())
                    .as("peer %s of %s with %s", broken, living, told.peer(broken))
                    .isEqualTo(isRight(living, told.peer(broken)));
        }
    }

    private static List<PeerId> some(Random random) {
        List<PeerId> some = new ArrayList<>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            some.add(id(random.nextInt(10)));
        }
        return some;
    }

    private static boolean isRight(SortedSet<PeerId> living, PeerState peer) {
        return peer.successors().equals(IdealRing.successors(living, peer.id(), 2))
                && peer.predecessors().equals(IdealRing.predecessors(living, peer.id(), 2));
    }

    @Test
    void aHealIsTimedFromTheKillToTheLastRightNeighbour() {
        EventStory told = EventStory.ring(1, 2, 3, 4, 5);
        told.that(3, new ProcessEvent.ProcessKilled());
        long killedAt = told.atMicros();
        RingHealth.Healing healing = told.state().health().healing();
        assertThat(healing).isEqualTo(new RingHealth.Healing(Cause.KILLED, id(3), killedAt));

        told.afterMillis(4_000).rightNeighbours(1, 2, 4, 5);
        RingHealth health = told.state().health();
        assertThat(health.isConsistent()).isTrue();
        assertThat(health.lastHeal()).isPresent();
        RingHealth.Heal heal = health.lastHeal().orElseThrow();
        assertThat(heal.healing()).isEqualTo(healing);
        assertThat(heal.tookMicros()).isBetween(4_000_000L, told.atMicros() - killedAt);
    }

    @Test
    void aPausedPeerDoesNotCountAsLivingUntilItIsResumed() {
        EventStory told = EventStory.ring(1, 2, 3).that(2, new ProcessEvent.ProcessPaused());
        assertThat(told.state().health().living()).containsExactly(id(1), id(3));
        assertThat(told.state().health().isConsistent()).isFalse();
        assertThat(told.peer(2).phase()).isEqualTo(PeerPhase.RUNNING);

        told.that(2, new ProcessEvent.ProcessResumed());
        assertThat(told.state().health().living()).containsExactly(id(1), id(2), id(3));
        assertThat(told.state().health().isConsistent()).isTrue();
    }

    @Test
    void aLeavingPeerNoLongerBelongsToTheRing() {
        EventStory told = EventStory.ring(1, 2, 3).that(2, new LifeEvent.Leaving(0));
        assertThat(told.state().health().living()).containsExactly(id(1), id(3));
        told.rightNeighbours(1, 3);
        assertThat(told.state().health().isConsistent()).isTrue();
        assertThat(told.state().health().lastHeal().orElseThrow().healing().cause())
                .isEqualTo(Cause.QUIT);
    }

    @Test
    void aJoiningPeerLeavesTheRingInconsistentUntilAllKnowIt() {
        EventStory told = EventStory.ring(1, 2, 3);
        told.that(9, new ProcessEvent.ProcessStarted(7, 50_009));
        assertThat(told.state().health().isConsistent()).isFalse();
        told.that(9, new LifeEvent.Joining(id(1))).rightNeighbours(1, 2, 3, 9);
        assertThat(told.state().health().problems())
                .containsExactly("9 is not a member of the ring yet.");
        told.that(9, new LifeEvent.Running());
        assertThat(told.state().health().isConsistent()).isTrue();
    }

    @Test
    void aNewcomerThatEndsBeforeItIsAMemberHealsNothing() {
        EventStory told = EventStory.ring(1, 2, 3);
        int before = told.state().health().heals().size();
        told.that(9, new ProcessEvent.ProcessStarted(900, 50_009));
        assertThat(told.state().health().isConsistent()).isFalse();
        told.that(9, new ProcessEvent.ProcessEnded(ExitKind.REFUSED, 4, "Peer 9 is alive."));
        assertThat(told.state().health().isConsistent()).isTrue();
        assertThat(told.state().health().heals()).hasSize(before);
    }

    @Test
    void aNewcomerThatLeavesBeforeItIsAMemberHealsNothing() {
        EventStory told = EventStory.ring(1, 2, 3);
        int before = told.state().health().heals().size();
        told.that(9, new ProcessEvent.ProcessAttached(900));
        told.that(9, new LifeEvent.Leaving(0));
        told.that(9, new LifeEvent.Left());
        assertThat(told.state().health().heals()).hasSize(before);
    }

    @Test
    void aStartedProcessThatJoinsCountsAsAJoin() {
        EventStory told = EventStory.ring(1, 2, 3);
        told.that(9, new ProcessEvent.ProcessStarted(900, 50_009));
        long since = told.atMicros();
        assertThat(told.state().health().healing())
                .isEqualTo(new RingHealth.Healing(Cause.STARTED, id(9), since));
        told.that(9, new LifeEvent.Joining(id(1)));
        assertThat(told.state().health().healing())
                .isEqualTo(new RingHealth.Healing(Cause.JOINED, id(9), since));
    }

    @Test
    void theEndOfTheLastPeerHealsNothing() {
        EventStory told = EventStory.ring(1);
        int before = told.state().health().heals().size();
        told.that(1, new ProcessEvent.ProcessKilled());
        told.that(1, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed."));
        assertThat(told.state().health().heals()).hasSize(before);
    }

    @Test
    void aHealNeverTakesNegativeTime() {
        PeerId one = id(1);
        RingState state =
                RingState.EMPTY
                        .after(
                                new StatusEntry(
                                        5_000, one, new ProcessEvent.ProcessStarted(1, 50_001)))
                        .after(new StatusEntry(4_000, one, new LifeEvent.Running()));
        assertThat(state.health().lastHeal().orElseThrow().tookMicros()).isZero();
    }
}
