package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** SPEC 5: leaving, and the leaving of a neighbour. */
class LeaveProtocolTest {

    // -- the leaving peer

    /** SPEC 5.1: both predecessors learn the successors, and the successors the predecessors. */
    @Test
    void twoNeighboursOnEachSideAreToldHowToGoOn() {
        Bench bench =
                Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8, 12)))
                        .ping(240, SuccessorRole.SECOND)
                        .ping(1, SuccessorRole.FIRST)
                        .datagram(8, new Datagram.PingReply(0, id(5), ids(12, 20, 30)))
                        .command(new PeerCommand.Quit());
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Report(new LifeEvent.Leaving(0)),
                        new Effect.CallLater(new Timer.HandoverOverdue(), 30_000_000),
                        departureTo(1),
                        departureTo(8),
                        departureTo(12),
                        departureTo(240),
                        new Effect.CallLater(new Timer.DepartureOverdue(), 5_000_000));
    }

    @Test
    void aLeaverEndsWhenTheLastNeighbourHasConfirmedOrCannotBeReached() {
        Bench bench = Bench.inItsRing().command(new PeerCommand.Quit());
        bench.answered(new QuestionPurpose.DepartureNotice(id(1)), new Message.Accepted());
        bench.answered(
                new QuestionPurpose.DepartureNotice(id(8)), new Message.Refused("I leave, too"));
        assertThat(bench.effects()).isEmpty();
        bench.unanswered(new QuestionPurpose.DepartureNotice(id(12)));
        assertThat(bench.effects())
                .containsExactly(new Effect.Report(new LifeEvent.Left()), new Effect.Exit(0, ""));
        assertThat(bench.fire(new Timer.DepartureOverdue()).effects()).isEmpty();
    }

    @Test
    void aPeerThatIsAloneEndsAtOnce() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(List.of()));
        bench.command(new PeerCommand.Quit());
        assertThat(bench.effect(Effect.Exit.class)).isEqualTo(new Effect.Exit(0, ""));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    @Test
    void aSecondQuitChangesNothing() {
        Bench bench = Bench.inItsRing().command(new PeerCommand.Quit());
        assertThat(bench.command(new PeerCommand.Quit()).effects()).isEmpty();
    }

    /** SPEC 5.1: after its departure it neither answers nor asks. */
    @Test
    void aLeaverNeitherPingsNorAnswersQuestions() {
        Bench bench = Bench.peerFive();
        Timer.PingDue due = bench.timers(Timer.PingDue.class).findFirst().orElseThrow();
        bench.command(new PeerCommand.Quit());
        assertThat(bench.fire(due).effects()).isEmpty();
        bench.asked(new Message.NeighboursWanted(id(1)));
        assertThat(bench.effects())
                .containsExactly(new Effect.Answer(1, new Message.Refused("peer 5 is no member")));
    }

    @Test
    void aLeaverGivesItsDownloadsUpWithAReason() {
        Bench bench = Bench.inItsRing();
        bench.command(new PeerCommand.Request(new FileNumber("0100")));
        long lookupId =
                bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup().lookupId();
        bench.asked(
                Bench.offer(
                        12,
                        7,
                        TransferPurpose.REQUEST,
                        lookupId,
                        Bench.file("0100.txt", 1_000, 1),
                        1));
        FileHandle handle = bench.effect(FileEffect.Create.class).handle();
        bench.command(new PeerCommand.Quit());
        assertThat(bench.effects())
                .contains(
                        new FileEffect.Close(handle),
                        new Effect.Ask(
                                id(12),
                                new Message.TransferOver(id(5), 7, "peer 5 has left"),
                                new QuestionPurpose.TransferOverNotice(id(12), 7)));
        assertThat(bench.reports(FileEvent.TransferFailed.class))
                .containsExactly(new FileEvent.TransferFailed(7, false, "peer 5 has left"));
    }

    // -- its neighbours

    /** SPEC 5.2, word for word. */
    @Test
    void aPredecessorGoesOnWithTheLeaversSuccessors() {
        Bench bench = Bench.started(8, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(10, 12)));
        bench.asked(new Message.Departure(id(10), ids(8, 5), ids(12, 15, 1)));
        assertThat(bench.reply()).isEqualTo(new Message.Accepted());
        assertThat(bench.reports(NeighbourEvent.NeighbourLeft.class))
                .containsExactly(new NeighbourEvent.NeighbourLeft(id(10)));
        assertThat(bench.changes())
                .containsExactly(
                        new NeighboursChanged(
                                ids(12, 15, 1), List.of(), NeighboursCause.NEIGHBOUR_LEFT));
        bench.alsoGive(
                new Input.Answered(
                        new QuestionPurpose.SuccessorTest(id(15)),
                        new Message.Neighbours(ids(12), ids(1))));
        assertThat(bench.lines())
                .containsExactly(
                        "Peer 10 will depart from the network.",
                        "My first successor is now peer 12.",
                        "My second successor is now peer 15.");
    }

    @Test
    void theSecondPredecessorKeepsItsFirstSuccessor() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8, 10)));
        bench.asked(new Message.Departure(id(10), ids(8, 5), ids(12, 15, 1)));
        bench.alsoGive(
                new Input.Answered(
                        new QuestionPurpose.SuccessorTest(id(12)),
                        new Message.Neighbours(ids(8), ids(15))));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 12, 15, 1));
        assertThat(bench.lines())
                .containsExactly(
                        "Peer 10 will depart from the network.",
                        "My first successor is now peer 8.",
                        "My second successor is now peer 12.");
    }

    /** SPEC 7.1: it adopts nobody untested. */
    @Test
    void aSuccessorTestsThePredecessorsThatItIsTold() {
        Bench bench = Bench.inItsRing();
        bench.asked(new Message.Departure(id(1), ids(240, 12), ids(5, 8)));
        assertThat(bench.lines()).isEmpty();
        assertThat(bench.changes())
                .endsWith(
                        new NeighboursChanged(ids(8, 12), ids(12), NeighboursCause.NEIGHBOUR_LEFT));
        assertThat(bench.purposes(QuestionPurpose.PredecessorTest.class))
                .containsExactly(
                        new QuestionPurpose.PredecessorTest(id(240)),
                        new QuestionPurpose.PredecessorTest(id(12)));
        bench.answered(
                new QuestionPurpose.PredecessorTest(id(240)),
                new Message.Neighbours(ids(12), ids(5)));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::predecessors)
                .containsExactly(ids(240, 12));
    }

    @Test
    void theDepartureOfAStrangerChangesNoNeighbours() {
        Bench bench = Bench.inItsRing();
        bench.asked(new Message.Departure(id(100), ids(90), ids(7, 110)));
        assertThat(bench.changes()).isEmpty();
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        assertThat(bench.lines()).isEmpty();
    }

    private static Effect.Ask departureTo(int neighbour) {
        return new Effect.Ask(
                id(neighbour),
                new Message.Departure(id(5), ids(1, 240), ids(8, 12, 20, 30)),
                new QuestionPurpose.DepartureNotice(id(neighbour)));
    }
}
