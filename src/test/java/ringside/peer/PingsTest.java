package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;

/** SPEC 2: pings. */
class PingsTest {

    @Test
    void bothSuccessorsArePingedAtOnceWithSequenceZero() {
        Bench bench = Bench.peerFive();
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(
                        new Effect.Send(id(8), new Datagram.Ping(SuccessorRole.FIRST, 0)),
                        new Effect.Send(id(12), new Datagram.Ping(SuccessorRole.SECOND, 0)));
    }

    @Test
    void thePingAfterAnIntervalCarriesTheNextNumber() {
        Bench bench = Bench.peerFive();
        bench.atMs(1_000).give(new Input.TimerFired(due(bench)));
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(new Effect.Send(id(8), new Datagram.Ping(SuccessorRole.FIRST, 1)));
    }

    @Test
    void aPingIsAnsweredWithItsNumberAndTheNeighbours() {
        Bench bench = Bench.peerFive();
        bench.datagram(1, new Datagram.Ping(SuccessorRole.FIRST, 41));
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(
                        new Effect.Send(
                                id(1), new Datagram.PingReply(41, null, List.of(id(8), id(12)))));
        assertThat(bench.lines())
                .containsExactly("A ping request message was received from Peer 1.");
    }

    @Test
    void aReplyIsPrintedAndReportedWithItsRoundTripTime() {
        Bench bench = Bench.peerFive();
        bench.atMs(3).datagram(8, new Datagram.PingReply(0, id(5), List.of(id(12), id(1))));
        assertThat(bench.lines()).contains("A ping response message was received from Peer 8.");
        assertThat(bench.reports(NeighbourEvent.PingAnswered.class))
                .containsExactly(new NeighbourEvent.PingAnswered(id(8), 0, 3_000));
    }

    /** SPEC 2.3: min(interval, 500 ms). */
    @Test
    void aPingIsMissedAfterHalfASecondOrAnIntervalWhateverIsShorter() {
        assertThat(overdueDelayMs(1_000)).isEqualTo(500);
        assertThat(overdueDelayMs(500)).isEqualTo(500);
        assertThat(overdueDelayMs(100)).isEqualTo(100);
    }

    private static long overdueDelayMs(long intervalMs) {
        Bench bench = Bench.peerFive(PeerSettings.DEFAULTS.withPingIntervalMs(intervalMs));
        return bench.effects(Effect.CallLater.class).stream()
                .filter(later -> later.timer() instanceof Timer.PingOverdue)
                .mapToLong(later -> later.delayMicros() / 1_000)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFourthMissInARowIsADeathAndTheThirdIsNot() {
        Bench bench = Bench.peerFive();
        answer(bench, 0);
        for (int sequence = 1; sequence <= 3; sequence++) {
            miss(bench, sequence);
            assertThat(bench.reports(NeighbourEvent.PingMissed.class))
                    .containsExactly(new NeighbourEvent.PingMissed(id(8), sequence, sequence, 4));
            assertThat(bench.reports(NeighbourEvent.PeerDead.class)).isEmpty();
        }
        miss(bench, 4);
        assertThat(bench.reports(NeighbourEvent.PeerDead.class))
                .containsExactly(new NeighbourEvent.PeerDead(id(8), 4));
        assertThat(bench.lines()).containsExactly("Peer 8 is no longer alive.");
    }

    @Test
    void oneAnswerClearsTheCount() {
        Bench bench = Bench.peerFive();
        answer(bench, 0);
        miss(bench, 1);
        miss(bench, 2);
        miss(bench, 3);
        ping(bench, 4);
        answer(bench, 4);
        assertThat(bench.reports(NeighbourEvent.PeerTrusted.class))
                .containsExactly(new NeighbourEvent.PeerTrusted(id(8), 3));
        miss(bench, 5);
        assertThat(bench.reports(NeighbourEvent.PingMissed.class))
                .containsExactly(new NeighbourEvent.PingMissed(id(8), 5, 1, 4));
    }

    /** At 500 ms and less, the next ping is sent at the moment when the last one is missed. */
    @Test
    void theNextPingDoesNotHideThatTheLastWasMissed() {
        Bench bench = Bench.peerFive(PeerSettings.DEFAULTS.withPingIntervalMs(200));
        answer(bench, 0);
        ping(bench, 1);
        Timer.PingDue due = due(bench);
        ping(bench, 2);
        bench.give(new Input.TimerFired(new Timer.PingOverdue(id(8), due.token(), 1)));
        assertThat(bench.reports(NeighbourEvent.PingMissed.class))
                .containsExactly(new NeighbourEvent.PingMissed(id(8), 1, 1, 4));
    }

    @Test
    void aLateAnswerIsASignOfLifeToo() {
        Bench bench = Bench.peerFive();
        answer(bench, 0);
        miss(bench, 1);
        answer(bench, 1);
        assertThat(bench.reports(NeighbourEvent.PeerTrusted.class)).hasSize(1);
    }

    /** Even if the next ping is already under way. */
    @Test
    void anAnswerThatIsAWholeIntervalLateIsASignOfLifeToo() {
        Bench bench = Bench.peerFive();
        answer(bench, 0);
        miss(bench, 1);
        ping(bench, 2);
        answer(bench, 1);
        assertThat(bench.reports(NeighbourEvent.PeerTrusted.class)).hasSize(1);
    }

    @Test
    void anAnswerToAPingThatWasNeverSentCountsForNothing() {
        Bench bench = Bench.peerFive();
        answer(bench, 0);
        miss(bench, 1);
        bench.datagram(8, new Datagram.PingReply(99, null, List.of()));
        assertThat(bench.reports(NeighbourEvent.PeerTrusted.class)).isEmpty();
        assertThat(bench.reports(NeighbourEvent.PingAnswered.class)).isEmpty();
    }

    /** SPEC 2.3: 10 s for a successor that was never heard from since the start. */
    @Test
    void aSuccessorThatStillStartsHasTenSeconds() {
        Bench bench = Bench.peerFive();
        for (int sequence = 0; sequence <= 9; sequence++) {
            bench.atMs(sequence * 1_000L);
            miss(bench, sequence);
            assertThat(bench.reports(NeighbourEvent.PeerDead.class)).isEmpty();
        }
        bench.atMs(10_500);
        miss(bench, 10);
        assertThat(bench.reports(NeighbourEvent.PeerDead.class)).hasSize(1);
    }

    @Test
    void aLateTimerOfAFormerTargetIsIgnored() {
        Bench bench = Bench.peerFive();
        Timer.PingDue due = bench.timers(Timer.PingDue.class).findFirst().orElseThrow();
        bench.give(new Input.TimerFired(new Timer.PingDue(due.target(), due.token() + 100)));
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void aNewIntervalHoldsAtOnce() {
        Bench bench = Bench.peerFive();
        bench.give(new Input.Commanded(new PeerCommand.SetPingInterval(200)));
        assertThat(bench.effects(Effect.Send.class)).hasSize(2);
        assertThat(
                        bench.effects(Effect.CallLater.class).stream()
                                .filter(later -> later.timer() instanceof Timer.PingDue)
                                .map(Effect.CallLater::delayMicros))
                .containsOnly(200_000L);
    }

    /** The due timer of the last ping to 8, by target: tokens are internal to the core. */
    private final ArrayDeque<Timer.PingDue> dues = new ArrayDeque<>();

    private void ping(Bench bench, long sequence) {
        bench.give(new Input.TimerFired(due(bench)));
        assertThat(bench.effects(Effect.Send.class))
                .contains(new Effect.Send(id(8), new Datagram.Ping(SuccessorRole.FIRST, sequence)));
    }

    private Timer.PingDue due(Bench bench) {
        bench.timers(Timer.PingDue.class)
                .filter(timer -> timer.target().equals(id(8)))
                .forEach(dues::add);
        return dues.getLast();
    }

    private void answer(Bench bench, long sequence) {
        due(bench);
        bench.datagram(8, new Datagram.PingReply(sequence, id(5), List.of(id(12), id(1))));
    }

    private void miss(Bench bench, long sequence) {
        Timer.PingDue due = due(bench);
        if (sequence > 0) {
            ping(bench, sequence);
        }
        due(bench);
        bench.give(new Input.TimerFired(new Timer.PingOverdue(id(8), due.token(), sequence)));
    }
}
