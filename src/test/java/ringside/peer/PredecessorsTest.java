package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighboursCause;
import ringside.status.SuccessorRole;

/** SPEC 2.2, 2.4 and 7.1 (rectify): the predecessors, learned from pings. */
class PredecessorsTest {

    /** Time that a death takes with the default settings: 4 intervals and 500 ms (SPEC 2.3). */
    private static final long DEATH_MS = 4_500;

    /** An interval and the time-out of a ping: a pinging peer is heard from at least this often. */
    private static final long PING_MS = 1_500;

    @Test
    void aPeerThatPingsIsAPredecessor() {
        Bench bench = Bench.peerFive().ping(1, SuccessorRole.FIRST);
        assertThat(bench.lines())
                .containsExactly("A ping request message was received from Peer 1.");
        assertThat(bench.changes()).containsExactly(change(1));
    }

    @Test
    void theNearestTwoBackwardsCountInWhateverOrderTheyPing() {
        Bench bench = Bench.peerFive();
        bench.ping(240, SuccessorRole.SECOND);
        bench.ping(1, SuccessorRole.FIRST);
        bench.ping(250, SuccessorRole.SECOND);
        assertThat(bench.changes()).containsExactly(change(1, 250));
    }

    @Test
    void aFartherPeerThatPingsByMistakeChangesNothing() {
        Bench bench = Bench.peerFive();
        bench.ping(1, SuccessorRole.FIRST);
        bench.ping(250, SuccessorRole.SECOND);
        bench.ping(9, SuccessorRole.SECOND);
        assertThat(bench.changes()).isEmpty();
    }

    /** SPEC 7.1: the present predecessor is replaced only if it does not answer. */
    @Test
    void aPredecessorIsTestedOnceAfterADeathsTimeOfSilence() {
        Bench bench = Bench.peerFive().ping(1, SuccessorRole.FIRST);
        Effect.CallLater nextLook = new Effect.CallLater(new Timer.PredecessorsDue(), 1_000_000);
        bench.atMs(DEATH_MS).fire(new Timer.PredecessorsDue());
        assertThat(bench.effects()).containsExactly(nextLook);
        bench.atMs(DEATH_MS + 1).fire(new Timer.PredecessorsDue());
        assertThat(bench.effects()).containsExactly(testOf(1), nextLook);
        bench.fire(new Timer.PredecessorsDue());
        assertThat(bench.effects()).containsExactly(nextLook);
    }

    @Test
    void aTestedPredecessorThatAnswersStaysAndIsTestedAgainLater() {
        Bench bench = Bench.peerFive().ping(1, SuccessorRole.FIRST);
        bench.atMs(DEATH_MS + 1).fire(new Timer.PredecessorsDue());
        bench.answered(
                new QuestionPurpose.PredecessorTest(id(1)),
                new Message.Neighbours(ids(12), ids(5)));
        assertThat(bench.changes()).isEmpty();
        bench.atMs(2 * DEATH_MS + 1).fire(new Timer.PredecessorsDue());
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        bench.atMs(2 * DEATH_MS + 2).fire(new Timer.PredecessorsDue());
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(testOf(1));
    }

    @Test
    void aPredecessorThatDoesNotAnswerGivesItsPlaceToTheNext() {
        Bench bench = threePredecessors();
        bench.atMs(5_000).ping(250, SuccessorRole.FIRST);
        bench.atMs(5_000).ping(240, SuccessorRole.SECOND);
        bench.atMs(5_000 + PING_MS).unanswered(new QuestionPurpose.PredecessorTest(id(1)));
        assertThat(bench.changes())
                .containsExactly(
                        new NeighboursChanged(
                                ids(8, 12), ids(250, 240), NeighboursCause.PREDECESSOR_SILENT));
    }

    /** A peer that was remembered for too long may be gone. */
    @Test
    void aPeerSilentForMoreThanAPingDoesNotReplaceAPredecessor() {
        Bench bench = threePredecessors();
        bench.atMs(5_000).ping(240, SuccessorRole.SECOND);
        bench.atMs(5_001 + PING_MS).unanswered(new QuestionPurpose.PredecessorTest(id(1)));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::predecessors)
                .containsExactly(ids(250));
    }

    /** SPEC 7.1: a ping notifies the receiver that the sender considers it its first successor. */
    @Test
    void aSilentPeerBetweenTheFirstPredecessorAndThisOneIsTested() {
        assertThat(testedAfterPingOf(1, SuccessorRole.FIRST, PING_MS)).isEmpty();
        assertThat(testedAfterPingOf(1, SuccessorRole.FIRST, PING_MS + 1)).containsExactly(id(3));
    }

    @Test
    void aPeerMayStandBetweenASecondPredecessorAndThisPeer() {
        assertThat(testedAfterPingOf(1, SuccessorRole.SECOND, PING_MS + 1)).isEmpty();
        assertThat(testedAfterPingOf(250, SuccessorRole.SECOND, PING_MS + 1))
                .containsExactly(id(3), id(1));
    }

    /** Returns the peers probed when one of 250, 1 and 3 pings after the others' silence. */
    private static List<PeerId> testedAfterPingOf(int from, SuccessorRole role, long afterMs) {
        Bench bench = Bench.peerFive();
        bench.ping(3, SuccessorRole.FIRST);
        bench.ping(1, SuccessorRole.SECOND);
        bench.atMs(afterMs).ping(from, role);
        return bench.purposes(QuestionPurpose.PredecessorTest.class).stream()
                .map(QuestionPurpose.PredecessorTest::asked)
                .toList();
    }

    private static Bench threePredecessors() {
        Bench bench = Bench.peerFive();
        bench.ping(240, SuccessorRole.SECOND);
        bench.ping(250, SuccessorRole.SECOND);
        return bench.ping(1, SuccessorRole.FIRST);
    }

    private static NeighboursChanged change(int... predecessors) {
        return new NeighboursChanged(ids(8, 12), ids(predecessors), NeighboursCause.PING_HEARD);
    }

    private static Effect.Ask testOf(int peer) {
        return new Effect.Ask(
                id(peer),
                new Message.NeighboursWanted(id(5)),
                new QuestionPurpose.PredecessorTest(id(peer)));
    }
}
