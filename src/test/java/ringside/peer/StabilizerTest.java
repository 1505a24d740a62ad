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

/** SPEC 6, 7.1: stabilize, and the repair after a death. */
class StabilizerTest {

    // -- stabilize

    /**
     * SPEC 7.1: only if it answers, the list becomes the new peer and its list without the last
     * entry.
     */
    @Test
    void aPeerBetweenThatAnswersBecomesTheFirstSuccessor() {
        Bench bench = Bench.inItsRing();
        replyOfEight(bench, id(7), ids(12, 1, 5));
        bench.answered(between(7), new Message.Neighbours(ids(5), ids(8, 12, 1, 5)));
        assertThat(bench.changes())
                .containsExactly(
                        new NeighboursChanged(
                                ids(7, 8, 12, 1), ids(1, 12), NeighboursCause.STABILISED));
        assertThat(bench.lines())
                .containsExactly(
                        "My first successor is now peer 7.", "My second successor is now peer 8.");
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(
                        new Effect.Send(id(7), new Datagram.Ping(SuccessorRole.FIRST, 0)),
                        new Effect.Send(id(8), new Datagram.Ping(SuccessorRole.SECOND, 1)));
    }

    @Test
    void onePeerBetweenIsAskedOnceUntilItHasAnsweredOrNot() {
        Bench bench = Bench.inItsRing();
        replyOfEight(bench, id(7), ids(12, 1, 5));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(question(7, between(7)));
        replyOfEight(bench, id(7), ids(12, 1, 5));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        bench.unanswered(between(7));
        assertThat(bench.effects()).isEmpty();
        replyOfEight(bench, id(7), ids(12, 1, 5));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(question(7, between(7)));
    }

    @Test
    void aPredecessorOfTheSuccessorThatIsNotBetweenIsNotAsked() {
        Bench bench = Bench.inItsRing();
        for (int predecessor : new int[] {1, 5, 8, 9}) {
            replyOfEight(bench, id(predecessor), ids(12, 1, 5));
            assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        }
    }

    @Test
    void onlyTheFirstSuccessorsReplyIsStabilizesAnswer() {
        Bench bench = Bench.inItsRing();
        bench.datagram(12, new Datagram.PingReply(0, id(7), ids(20, 30)));
        assertThat(bench.changes()).isEmpty();
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    // -- repair

    /** SPEC 6.1: it asks its next living successor and continues with the answer. */
    @Test
    void afterADeathTheNextSuccessorSaysHowTheRingGoesOn() {
        Bench bench = Bench.inItsRing().letDie(8);
        QuestionPurpose.Repair repair = repair(bench);
        assertThat(bench.effects(Effect.Ask.class)).contains(question(12, repair));
        bench.answered(repair, new Message.Neighbours(ids(5), ids(20, 30, 1, 5)));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(12, 20, 30, 1));
        assertThat(bench.timers(Timer.RepairDue.class)).isEmpty();
    }

    /** SPEC 6.2. */
    @Test
    void aNeighbourThatStillListsTheDeadIsAskedUntilItsAnswerIsSound() {
        Bench bench = Bench.inItsRing().letDie(12);
        QuestionPurpose.Repair repair = repair(bench);
        bench.answered(repair, new Message.Neighbours(ids(5), ids(12, 1, 5)));
        Timer.RepairDue due = new Timer.RepairDue(repair.token());
        assertThat(bench.effects()).containsExactly(new Effect.CallLater(due, 250_000));
        bench.fire(due);
        assertThat(bench.effects()).containsExactly(question(8, repair));
        bench.answered(repair, new Message.Neighbours(ids(5), ids(20, 1, 5)));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 20, 1));
        assertThat(bench.timers(Timer.RepairDue.class)).isEmpty();
    }

    @Test
    void theRepairOfAnEarlierDeathEndsWithTheNext() {
        Bench bench = Bench.inItsRing().letDie(12);
        QuestionPurpose.Repair repair = repair(bench);
        bench.answered(
                new QuestionPurpose.SuccessorTest(id(1)), new Message.Neighbours(ids(12), ids(5)));
        bench.letDie(1);
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(question(8, repair(bench)));
        bench.fire(new Timer.RepairDue(repair.token()));
        assertThat(bench.effects()).isEmpty();
        bench.answered(repair, new Message.Neighbours(ids(5), ids(20, 30)));
        assertThat(bench.effects()).isEmpty();
        bench.unanswered(repair);
        assertThat(bench.effects()).isEmpty();
    }

    /** SPEC 7.2: neighbours that die together are skipped one after the other. */
    @Test
    void aSuspectedNextSuccessorThatIsSilentTooIsPassedByAtOnce() {
        Bench bench = Bench.inItsRing().letMiss(12).letDie(8);
        bench.unanswered(repair(bench));
        assertThat(bench.lines())
                .containsExactly(
                        "Peer 12 does not answer and is passed by.",
                        "My first successor is now peer 1.");
        assertThat(bench.changes()).extracting(NeighboursChanged::successors).contains(ids(1));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(question(1, repair(bench)));
    }

    /** SPEC 7.3: it is no longer searched for, so it must not be forgotten. */
    @Test
    void aLostPeerThatAnswersStandsByBehindAnOnlySuccessorThatMayBeDead() {
        Bench bench = besideTheOnlySuccessorWithLost12().letMiss(8);
        bench.answered(
                new QuestionPurpose.LostPeerTest(id(12)), new Message.Neighbours(ids(8), ids(8)));
        assertThat(bench.changes())
                .containsExactly(
                        new NeighboursChanged(ids(8, 12), List.of(), NeighboursCause.FOUND_AGAIN));
        assertThat(bench.effects(Effect.Send.class)).extracting(Effect.Send::to).contains(id(12));
        bench.letMiss(8).letMiss(8).letMiss(8);
        assertThat(bench.changes().getLast().successors()).isEqualTo(ids(12));
    }

    @Test
    void aLostPeerThatAnswersIsLeftToASuccessorThatLives() {
        Bench bench = besideTheOnlySuccessorWithLost12();
        bench.answered(
                new QuestionPurpose.LostPeerTest(id(12)), new Message.Neighbours(ids(8), ids(8)));
        assertThat(bench.changes()).isEmpty();
    }

    private static Bench besideTheOnlySuccessorWithLost12() {
        Bench bench =
                Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8, 12)))
                        .datagram(8, new Datagram.PingReply(0, null, List.of()));
        assertThat(bench.changes().getLast().successors()).isEqualTo(ids(8));
        return bench;
    }

    @Test
    void anUnsuspectedNextSuccessorIsPassedByOnlyAfterASecondSilence() {
        Bench bench = Bench.inItsRing().letDie(8);
        QuestionPurpose.Repair repair = repair(bench);
        bench.unanswered(repair);
        Timer.RepairDue due = new Timer.RepairDue(repair.token());
        assertThat(bench.effects()).containsExactly(new Effect.CallLater(due, 250_000));
        bench.fire(due);
        bench.unanswered(repair);
        assertThat(bench.lines())
                .containsExactly(
                        "Peer 12 does not answer and is passed by.",
                        "My first successor is now peer 1.");
    }

    /** SPEC 2.3: a peer that answers pings is not dead, even if its other answers fail. */
    @Test
    void aNextSuccessorThatAnswersItsPingsIsNotPassedBy() {
        Bench bench = Bench.inItsRing().letDie(8);
        QuestionPurpose.Repair repair = repair(bench);
        bench.unanswered(repair);
        bench.datagram(12, new Datagram.PingReply(1, id(8), ids(1, 5)));
        bench.fire(new Timer.RepairDue(repair.token()));
        bench.unanswered(repair);
        assertThat(bench.lines()).isEmpty();
        assertThat(bench.timers(Timer.RepairDue.class)).hasSize(1);
    }

    // -- alone

    @Test
    void aPeerWithoutSuccessorsMeetsThePeerThatPingsIt() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(List.of()));
        bench.ping(1, SuccessorRole.FIRST);
        QuestionPurpose.Meet meet = new QuestionPurpose.Meet(id(1));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(question(1, meet));
        bench.answered(meet, new Message.Neighbours(List.of(), ids(5)));
        assertThat(bench.changes())
                .containsExactly(new NeighboursChanged(ids(1), ids(1), NeighboursCause.STABILISED));
        assertThat(bench.lines()).containsExactly("My first successor is now peer 1.");
    }

    @Test
    void aPeerThatHasLostItsLastSuccessorMeetsItsPredecessor() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8)));
        bench.ping(1, SuccessorRole.FIRST);
        bench.datagram(8, new Datagram.PingReply(0, id(5), List.of()));
        bench.letDie(8);
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(question(1, new QuestionPurpose.Meet(id(1))));
    }

    private static void replyOfEight(Bench bench, PeerId predecessor, List<PeerId> successors) {
        bench.datagram(8, new Datagram.PingReply(0, predecessor, successors));
    }

    private static QuestionPurpose.Between between(int peer) {
        return new QuestionPurpose.Between(id(peer));
    }

    private static QuestionPurpose.Repair repair(Bench bench) {
        return bench.purposes(QuestionPurpose.Repair.class).getFirst();
    }

    private static Effect.Ask question(int to, QuestionPurpose<?> purpose) {
        return new Effect.Ask(id(to), new Message.NeighboursWanted(id(5)), purpose);
    }
}
