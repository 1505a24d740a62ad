package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;

/** SPEC 2, 5.2, 6.1, 7.1: neighbours, and what a change of them prints and pings. */
class NeighbourhoodTest {

    @Test
    void givenNeighboursAreReportedAndNotPrinted() {
        Bench bench = Bench.peerFive();
        assertThat(bench.changes()).containsExactly(change(ids(8, 12), NeighboursCause.STARTED));
        assertThat(bench.lines()).isEmpty();
    }

    /** SPEC 7.1: the successor and its list without the last entry, up to the configured length. */
    @Test
    void theListIsTheFirstSuccessorFollowedByItsListLessTheLast() {
        Bench bench = Bench.peerFive();
        replyOfEight(bench, ids(12, 20, 30, 40));
        assertThat(bench.changes())
                .containsExactly(change(ids(8, 12, 20, 30), NeighboursCause.STABILISED));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        assertThat(bench.effects(Effect.Send.class)).isEmpty();
    }

    @Test
    void anEqualListIsNoChange() {
        Bench bench = Bench.peerFive();
        replyOfEight(bench, ids(12, 20));
        replyOfEight(bench, ids(12, 20));
        assertThat(bench.changes()).isEmpty();
    }

    /** SPEC 7.1: adopt nobody untested. */
    @Test
    void aSecondSuccessorIsPrintedAndPingedOnlyAfterItHasAnswered() {
        Bench bench = Bench.peerFive();
        replyOfEight(bench, ids(10, 12));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(testOf(10));
        assertThat(bench.effects(Effect.Send.class)).isEmpty();
        assertThat(bench.lines())
                .containsExactly("A ping response message was received from Peer 8.");
        bench.answered(
                new QuestionPurpose.SuccessorTest(id(10)), new Message.Neighbours(ids(8), ids(12)));
        assertThat(bench.lines()).containsExactly("My second successor is now peer 10.");
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(
                        new Effect.Send(id(10), new Datagram.Ping(SuccessorRole.SECOND, 0)));
    }

    @Test
    void aSecondSuccessorUnderTestIsNotAskedTwice() {
        Bench bench = Bench.peerFive();
        replyOfEight(bench, ids(10, 12));
        replyOfEight(bench, ids(10, 20));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    @Test
    void aTestedPeerThatIsNoLongerSecondIsNotCounted() {
        Bench bench = Bench.peerFive();
        replyOfEight(bench, ids(10, 12));
        replyOfEight(bench, ids(9, 10, 12));
        bench.answered(
                new QuestionPurpose.SuccessorTest(id(10)), new Message.Neighbours(ids(9), ids(12)));
        assertThat(bench.effects()).isEmpty();
    }

    /**
     * SPEC 2.3, 6.2: one unanswered question does not declare a peer dead; it is only not adopted.
     */
    @Test
    void aSecondSuccessorThatDoesNotAnswerIsPassedBy() {
        Bench bench = Bench.peerFive();
        replyOfEight(bench, ids(10, 12));
        bench.unanswered(new QuestionPurpose.SuccessorTest(id(10)));
        assertThat(bench.lines()).containsExactly("Peer 10 does not answer and is passed by.");
        assertThat(bench.changes())
                .containsExactly(change(ids(8, 12), NeighboursCause.SUCCESSOR_SILENT));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(testOf(12));
        bench.answered(
                new QuestionPurpose.SuccessorTest(id(12)), new Message.Neighbours(ids(8), ids(1)));
        assertThat(bench.lines()).isEmpty();
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(
                        new Effect.Send(id(12), new Datagram.Ping(SuccessorRole.SECOND, 0)));
    }

    /** SPEC 6.1, and 2.1: the promoted one keeps its sequence numbers and is pinged at once. */
    @Test
    void theSecondSuccessorIsPromotedWhenTheFirstDies() {
        Bench bench = Bench.inItsRing().letDie(8);
        assertThat(bench.lines()).containsExactly("Peer 8 is no longer alive.");
        assertThat(bench.changes())
                .containsExactly(
                        new NeighboursChanged(
                                ids(12, 1), ids(1, 12), NeighboursCause.SUCCESSOR_DIED));
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(
                        new Effect.Send(id(12), new Datagram.Ping(SuccessorRole.FIRST, 1)));
        assertThat(bench.effects(Effect.Ask.class)).contains(testOf(1));
        bench.answered(
                new QuestionPurpose.SuccessorTest(id(1)), new Message.Neighbours(ids(12), ids(5)));
        assertThat(bench.lines())
                .containsExactly(
                        "My first successor is now peer 12.", "My second successor is now peer 1.");
    }

    /** SPEC 6.1: the one that has not changed is announced too, in order. */
    @Test
    void theThirdSuccessorIsPromotedWhenTheSecondDies() {
        Bench bench = Bench.inItsRing().letDie(12);
        assertThat(bench.lines()).containsExactly("Peer 12 is no longer alive.");
        assertThat(bench.changes())
                .endsWith(new NeighboursChanged(ids(8, 1), ids(1), NeighboursCause.SUCCESSOR_DIED));
        bench.answered(
                new QuestionPurpose.SuccessorTest(id(1)), new Message.Neighbours(ids(12), ids(5)));
        assertThat(bench.lines())
                .containsExactly(
                        "My first successor is now peer 8.", "My second successor is now peer 1.");
    }

    @Test
    void theLastOfTwoPeersIsAloneAndOwnsEverything() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8)));
        bench.ping(8, SuccessorRole.FIRST).letDie(8);
        assertThat(bench.lines()).containsExactly("Peer 8 is no longer alive.");
        assertThat(bench.changes()).endsWith(change(List.of(), NeighboursCause.SUCCESSOR_DIED));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        FileNumber anywhere = new FileNumber("0100");
        bench.command(new PeerCommand.Request(anywhere));
        assertThat(bench.effect(FileEffect.Copy.class).source())
                .isEqualTo(new FileEffect.Source.Anywhere(anywhere));
    }

    /** SPEC 2.3: only four misses of its own pings declare a peer dead. */
    @Test
    void aSuspectedSecondSuccessorStaysUntilTheOwnPingsDecide() {
        Bench bench = Bench.inItsRing().letMiss(12);
        replyOfEight(bench, ids(20, 1));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 12, 20, 1));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    @Test
    void anUnsuspectedSecondSuccessorGivesWayToTheListOfTheFirst() {
        Bench bench = Bench.inItsRing();
        replyOfEight(bench, ids(20, 1));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 20, 1));
        assertThat(bench.effects(Effect.Ask.class)).containsExactly(testOf(20));
    }

    @Test
    void aPeerTellsItsNeighboursToEveryPeerThatAsks() {
        Bench bench = Bench.inItsRing();
        bench.asked(new Message.NeighboursWanted(id(77)));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Neighbours(ids(1, 12), ids(8, 12, 1))));
    }

    private static void replyOfEight(Bench bench, List<PeerId> successors) {
        bench.datagram(8, new Datagram.PingReply(0, id(5), successors));
    }

    private static NeighboursChanged change(List<PeerId> successors, NeighboursCause cause) {
        return new NeighboursChanged(successors, List.of(), cause);
    }

    private static Effect.Ask testOf(int peer) {
        return new Effect.Ask(
                id(peer),
                new Message.NeighboursWanted(id(5)),
                new QuestionPurpose.SuccessorTest(id(peer)));
    }
}
