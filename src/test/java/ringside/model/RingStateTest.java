package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.model.TransferState.Outcome;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

class RingStateTest {

    private static final FileName FILE = FileName.parse("2012.pdf");

    @ParameterizedTest
    @EnumSource(ExitKind.class)
    void thePeerOfAnEndedProcessHasItsPhaseExitCodeAndReason(ExitKind kind) {
        EventStory told = EventStory.ring(1, 2, 3);
        told.that(2, new ProcessEvent.ProcessEnded(kind, 3, "Because."));
        assertThat(told.peer(2).phase().name()).isEqualTo(kind.name());
        assertThat(told.peer(2).process().exitCode()).isEqualTo(3);
        assertThat(told.peer(2).process().reason()).isEqualTo("Because.");
    }

    @Test
    void aLateReportDoesNotReviveAKilledPeer() {
        EventStory told =
                EventStory.ring(1, 2, 3)
                        .that(2, new ProcessEvent.ProcessKilled())
                        .that(2, new LifeEvent.Running());
        assertThat(told.peer(2).phase()).isEqualTo(PeerPhase.KILLED);
    }

    @Test
    void aRestartedPeerKeepsItsOutputAndNothingElse() {
        EventStory told =
                EventStory.ring(1, 2, 3)
                        .that(2, new LifeEvent.TerminalLine("hello"))
                        .that(2, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed."))
                        .that(2, new ProcessEvent.ProcessStarted(8, 50_002));
        PeerState peer = told.peer(2);
        assertThat(peer.phase()).isEqualTo(PeerPhase.STARTING);
        assertThat(peer.successors()).isEmpty();
        assertThat(peer.process().reason()).isEmpty();
        assertThat(peer.output()).extracting(OutputLine::text).containsExactly("hello");
    }

    @Test
    void pingsAreCountedPerTargetAndOneAnswerClearsTheMisses() {
        EventStory told =
                EventStory.ring(1, 2, 3)
                        .that(1, new NeighbourEvent.PingSent(id(2), 0, SuccessorRole.FIRST))
                        .that(1, new NeighbourEvent.PingMissed(id(2), 0, 1, 4));
        TargetPings missed = told.peer(1).pingsTo(id(2)).orElseThrow();
        assertThat(missed.missedInRow()).isEqualTo(1);
        assertThat(missed.isInFlight()).isFalse();
        assertThat(told.peer(2).suspectedBy()).containsExactly(new Suspicion(id(1), 1, 4, false));

        told.that(1, new NeighbourEvent.PingSent(id(2), 1, SuccessorRole.FIRST));
        assertThat(told.peer(1).pingsTo(id(2)).orElseThrow().isInFlight()).isTrue();
        told.that(1, new NeighbourEvent.PingAnswered(id(2), 1, 420));
        TargetPings answered = told.peer(1).pingsTo(id(2)).orElseThrow();
        assertThat(answered.missedInRow()).isZero();
        assertThat(answered.lastRoundTripMicros()).isEqualTo(420);
        assertThat(told.peer(2).suspectedBy()).isEmpty();
    }

    /** PROGRAMS 3.4: a program that prints that a reply came does not say how long it took. */
    @Test
    void aReplyAfterAnUnknownTimeClearsTheMissesAndHasNoRoundTrip() {
        EventStory told =
                EventStory.ring(1, 2, 3)
                        .that(1, new NeighbourEvent.PingSent(id(2), 0, SuccessorRole.FIRST))
                        .that(1, new NeighbourEvent.PingMissed(id(2), 0, 1, 4))
                        .that(1, new NeighbourEvent.PingSent(id(2), 1, SuccessorRole.FIRST))
                        .that(1, NeighbourEvent.PingAnswered.afterUnknownTime(id(2), 1));
        TargetPings answered = told.peer(1).pingsTo(id(2)).orElseThrow();
        assertThat(answered.missedInRow()).isZero();
        assertThat(answered.answeredSequence()).isEqualTo(1);
        assertThat(answered.roundTripsMicros()).isEmpty();
        assertThat(answered.lastRoundTripMicros()).isEqualTo(TargetPings.NONE);
    }

    @Test
    void aTargetThatIsNoLongerPingedLosesItsPingsAndSuspicion() {
        EventStory told =
                EventStory.ring(1, 2, 3, 4)
                        .that(1, new NeighbourEvent.PingSent(id(3), 0, SuccessorRole.SECOND))
                        .that(1, new NeighbourEvent.PingMissed(id(3), 0, 1, 4))
                        .neighbours(1, ids(2, 4), ids(4, 3));
        assertThat(told.peer(1).pings()).isEmpty();
        assertThat(told.peer(3).suspectedBy()).isEmpty();
    }

    @Test
    void aKilledPeerSuspectsNobody() {
        EventStory told =
                EventStory.ring(1, 2, 3)
                        .that(1, new NeighbourEvent.PingSent(id(2), 0, SuccessorRole.FIRST))
                        .that(1, new NeighbourEvent.PingMissed(id(2), 0, 1, 4))
                        .that(1, new ProcessEvent.ProcessKilled());
        assertThat(told.peer(2).suspectedBy()).isEmpty();
    }

    @Test
    void roundTripsAreBounded() {
        EventStory told = EventStory.ring(1, 2);
        told.that(1, new NeighbourEvent.PingSent(id(2), 0, SuccessorRole.FIRST));
        for (int i = 0; i < 3 * TargetPings.ROUND_TRIPS_KEPT; i++) {
            told.that(1, new NeighbourEvent.PingAnswered(id(2), i, i));
        }
        assertThat(told.peer(1).pingsTo(id(2)).orElseThrow().roundTripsMicros())
                .hasSize(TargetPings.ROUND_TRIPS_KEPT)
                .endsWith(3L * TargetPings.ROUND_TRIPS_KEPT - 1);
    }

    private static FileEvent.TransferStarted started(boolean sending, int other) {
        return new FileEvent.TransferStarted(
                5, sending, id(other), FILE, 1_000, 0, 400, 1, 0.1, TransferPurpose.REQUEST);
    }

    @Test
    void bothSidesOfATransferAreCombinedWhicheverReportsFirst() {
        for (boolean senderFirst : List.of(true, false)) {
            EventStory told = EventStory.ring(1, 2, 3);
            told.that(senderFirst ? 1 : 3, started(senderFirst, senderFirst ? 3 : 1));
            told.that(senderFirst ? 3 : 1, started(!senderFirst, senderFirst ? 1 : 3));
            assertThat(told.state().transfers()).hasSize(1);
            TransferState transfer = told.state().transfers().getFirst();
            assertThat(transfer.sender()).isEqualTo(id(1));
            assertThat(transfer.receiver()).isEqualTo(id(3));
            assertThat(transfer.segmentsInAll()).isEqualTo(3);
        }
    }

    @Test
    void aTransferProgressesAndEndsWithThePathOfTheReceivedFile() {
        EventStory told =
                EventStory.ring(1, 2, 3).that(1, started(true, 3)).that(3, started(false, 1));
        told.afterMillis(1_000).that(1, new FileEvent.TransferProgress(5, true, 400, 2, 1));
        TransferState half = told.state().transfers().getFirst();
        assertThat(half.progress()).isEqualTo(0.4);
        assertThat(half.retransmissions()).isEqualTo(1);
        assertThat(half.bytesPerSecond()).isBetween(300.0, 450.0);

        told.that(3, new FileEvent.TransferDone(5, false, 1_000, 3, 0))
                .that(3, new FileEvent.FileReceived(FILE, 1_000, id(1), "/tmp/2012.pdf"));
        TransferState done = told.state().transfers().getFirst();
        assertThat(done.outcome()).isEqualTo(Outcome.DONE);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.receivedPath()).isEqualTo("/tmp/2012.pdf");
        assertThat(done.endedAtMicros()).isPositive();
    }

    @Test
    void theReceiverDecidesWhetherAFileArrived() {
        EventStory told =
                EventStory.ring(1, 2, 3).that(1, started(true, 3)).that(3, started(false, 1));
        told.that(1, new FileEvent.TransferDone(5, true, 1_000, 3, 0))
                .that(3, new FileEvent.TransferFailed(5, false, "The digest is wrong."));
        TransferState transfer = told.state().transfers().getFirst();
        assertThat(transfer.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(transfer.reason()).isEqualTo("The digest is wrong.");
    }

    @Test
    void aTransferFailsWhenAProcessEnds() {
        EventStory told = EventStory.ring(1, 2, 3).that(1, started(true, 3));
        told.that(1, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."));
        TransferState transfer = told.state().transfers().getFirst();
        assertThat(transfer.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(transfer.reason()).isEqualTo("Killed by you.");
    }

    @Test
    void aLateReportDoesNotReviveTheTransferOfAKilledPeer() {
        EventStory told = EventStory.ring(1, 2, 3).that(1, started(true, 3));
        told.that(1, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "Killed by you."))
                .that(1, new FileEvent.TransferProgress(5, true, 400, 2, 1));
        assertThat(told.state().transfers().getFirst().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void transfersAreBoundedAndTheOldestEndedOneIsDroppedFirst() {
        EventStory told = EventStory.ring(1, 2, 3).that(1, started(true, 3));
        for (long i = 100; i < 100 + 2 * TransferFold.KEPT; i++) {
            told.that(
                            1,
                            new FileEvent.TransferStarted(
                                    i, true, id(2), FILE, 1, 0, 1, 16, 0, TransferPurpose.STORE))
                    .that(1, new FileEvent.TransferDone(i, true, 1, 1, 0));
        }
        assertThat(told.state().transfers()).hasSize(TransferFold.KEPT);
        assertThat(told.state().transfers().getFirst().transferId()).isEqualTo(5);
    }

    @Test
    void aLookupRecordsItsHopsOwnerAndEnd() {
        FileNumber number = new FileNumber("2012");
        EventStory told =
                EventStory.ring(1, 2, 3)
                        .that(
                                1,
                                new LookupEvent.LookupSent(
                                        9, LookupPurpose.REQUEST, number, id(2), 1))
                        .that(
                                2,
                                new LookupEvent.LookupForwarded(
                                        9, number, id(1), 1, id(3), true, 0))
                        .that(
                                3,
                                new LookupEvent.LookupArrived(
                                        9, LookupPurpose.REQUEST, number, id(1), 2, true))
                        .that(
                                1,
                                new LookupEvent.LookupAnswered(
                                        9, LookupPurpose.REQUEST, number, id(3), true));
        LookupState lookup = told.state().lookups().getFirst();
        assertThat(lookup.hops())
                .extracting(LookupState.Hop::from, LookupState.Hop::to, LookupState.Hop::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(id(1), id(2), 1),
                        org.assertj.core.groups.Tuple.tuple(id(2), id(3), 2));
        assertThat(lookup.owner()).isEqualTo(id(3));
        assertThat(lookup.endedAtMicros()).isPositive();
    }

    @Test
    void theSameEventsGiveTheSameStateAndNeverChangeAnEarlierOne() {
        EventStory told = EventStory.ring(1, 2, 3);
        RingState before = told.state();
        List<PeerId> living = before.health().living();
        told.that(2, new ProcessEvent.ProcessKilled());
        assertThat(before.health().living()).isEqualTo(living);
        assertThat(before.peer(id(2)).orElseThrow().phase()).isEqualTo(PeerPhase.RUNNING);
    }

    @Test
    void aRecentListKeepsItsMinimumAndLessThanTwoChunksMore() {
        RecentList<Integer> tail = RecentList.keeping(100);
        for (int i = 0; i < 1_000; i++) {
            tail = tail.plus(i);
            assertThat(tail).endsWith(i);
            assertThat(tail.size()).isLessThan(100 + 2 * RecentList.CHUNK);
            assertThat(tail.size()).isGreaterThanOrEqualTo(Math.min(i + 1, 100));
            assertThat(tail.getFirst()).isEqualTo(i + 1 - tail.size());
        }
        assertThat(tail.added()).isEqualTo(1_000);
    }
}
