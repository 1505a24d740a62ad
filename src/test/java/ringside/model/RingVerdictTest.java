package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ringside.model.InvariantCheck.Outcome;
import ringside.ring.FileNumber;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;

/** One sentence says where what peers tell and what is known part (PROGRAMS 3.7). */
class RingVerdictTest {

    private static final FileNumber FILE = new FileNumber("2012");

    private static String contradiction(EventStory told, long laterS) {
        RingState state = told.state();
        return RingVerdict.of(state)
                .contradiction(state.atMicros() + TimeUnit.SECONDS.toMicros(laterS))
                .orElse("");
    }

    private static LookupEvent.LookupForwarded forwarded(int hop, int to) {
        return new LookupEvent.LookupForwarded(1, FILE, id(1), hop, id(to), false, 0);
    }

    @Test
    void aRightRingContradictsNothing() {
        assertThat(contradiction(EventStory.ring(1, 3, 4, 5), 5)).isEmpty();
    }

    @Test
    void someStartedPeersOfARingHealNothing() {
        EventStory told = EventStory.ring(1, 3, 4, 5).that(4, new ProcessEvent.OthersUnseen());
        RecentList<RingHealth.Heal> before = told.state().health().heals();

        told.that(7, new ProcessEvent.ProcessStarted(1, 0))
                .that(7, new LifeEvent.Joining(id(3)))
                .that(7, new LifeEvent.Running());

        assertThat(told.state().health().living()).contains(id(7));
        assertThat(told.state().health().heals()).isEqualTo(before);
    }

    /** The neighbours of 4 are not seen: nobody can tell whether they are right. */
    @Test
    void ofSomePeersOfARingOnlyTheirOwnListsAreJudged() {
        EventStory told =
                EventStory.ring(1, 3, 4, 5)
                        .that(4, new ProcessEvent.OthersUnseen())
                        .that(
                                4,
                                new NeighbourEvent.NeighboursChanged(
                                        EventStory.ids(9, 12),
                                        EventStory.ids(2, 1),
                                        NeighboursCause.STARTED));
        RingVerdict verdict = RingVerdict.of(told.state());

        assertThat(verdict.health().isWhole()).isFalse();
        assertThat(verdict.health().faults()).isEmpty();
        assertThat(verdict.health().healing()).isNull();
        assertThat(verdict.isRight()).isTrue();
        assertThat(verdict.checks())
                .extracting(InvariantCheck::outcome)
                .containsExactlyInAnyOrder(
                        Outcome.UNKNOWN,
                        Outcome.HOLDS,
                        Outcome.UNKNOWN,
                        Outcome.UNKNOWN,
                        Outcome.UNKNOWN,
                        Outcome.UNKNOWN);
        assertThat(PeerQuestions.about(EventStory.id(4), told.state())).isEmpty();
    }

    @Test
    void aKilledPeerThatIsStillNamedIsSaidWithItsAge() {
        EventStory told =
                EventStory.ring(1, 3, 4, 5, 8)
                        .that(5, new ProcessEvent.ProcessKilled())
                        .that(5, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed."));
        assertThat(contradiction(told, 21))
                .isEqualTo(
                        "Peer 4 still names 5 as its first successor, which was killed 21 s ago.");
        assertThat(RingVerdict.of(told.state()).checks())
                .filteredOn(check -> check.invariant() == RingInvariant.LISTS)
                .extracting(InvariantCheck::violation)
                .containsExactly(
                        "Peer 4 still names 5 as its first successor, which was killed 0 s ago.");
        told.rightNeighbours(1, 3, 4, 8);
        assertThat(contradiction(told, 21)).isEmpty();
    }

    @Test
    void theSecondSuccessorCountsAndAQuitterToo() {
        EventStory told =
                EventStory.ring(1, 3, 4, 5, 8)
                        .that(5, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, "It quit."))
                        .rightNeighbours(1, 4, 8);
        assertThat(contradiction(told, 61))
                .isEqualTo(
                        "Peer 3 still names 5 as its second successor, which quit 1 min 1 s ago.");
    }

    @Test
    void aRequestThatGoesRoundIsTold() {
        EventStory told =
                EventStory.ring(1, 3, 4)
                        .that(
                                1,
                                new LookupEvent.LookupSent(
                                        1, LookupPurpose.REQUEST, FILE, id(3), 1));
        int[] ring = {3, 4, 1};
        for (int hop = 1; hop <= 6; hop++) {
            told.that(ring[(hop - 1) % 3], forwarded(hop, ring[hop % 3]));
        }
        assertThat(contradiction(told, 1)).isEmpty();
        RingState before = told.state();
        told.that(3, forwarded(7, 4));
        assertThat(contradiction(told, 1))
                .isEqualTo(
                        "The request for 2012 from 1 goes round and round: forwarded 7 times, by 3"
                                + " peers.");
        told.afterMillis(6_000).that(3, new ProcessEvent.ProcessPaused());
        assertThat(contradiction(told, 0)).isEmpty();
        StatusEntry last = new StatusEntry(before.atMicros(), id(3), forwarded(7, 4));
        assertThat(Explanations.of(last, before).text())
                .isEqualTo(
                        "2012 is not here, for the request has come round before: forwarded 7"
                                + " times, by 3 peers. Forwards it to 4 again.");
    }
}
