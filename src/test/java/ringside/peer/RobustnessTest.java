package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** SPEC 4, 7.1, 10.1: a peer resists unjustified offers, lists, segments and commands. */
class RobustnessTest {

    @Test
    void anOfferThatNobodyAskedForIsRefused() {
        Bench bench = Bench.peerFive();
        bench.asked(offer(TransferPurpose.REQUEST, 77));
        assertThat(bench.reply()).isInstanceOf(Message.Refused.class);
        assertThat(bench.effects(FileEffect.Create.class)).isEmpty();
    }

    @Test
    void aNewcomerAnswersNobodyBeforeItIsAMember() {
        Bench bench =
                Bench.started(6, ringside.status.PeerSettings.DEFAULTS, new Origin.Join(id(5)));
        bench.asked(new Message.NeighboursWanted(id(1)));
        assertThat(bench.reply()).isInstanceOf(Message.Refused.class);
        bench.datagram(1, new Datagram.Ping(SuccessorRole.FIRST, 0));
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void aLeaverAnswersNothingAfterItsDeparture() {
        Bench bench = Bench.peerFive();
        bench.give(new Input.Commanded(new PeerCommand.Quit()));
        assertThat(bench.effects(Effect.Ask.class))
                .allMatch(ask -> ask.question() instanceof Message.Departure)
                .extracting(Effect.Ask::to)
                .containsExactlyInAnyOrder(id(8), id(12));
        bench.datagram(1, new Datagram.Ping(SuccessorRole.FIRST, 0));
        assertThat(bench.effects()).isEmpty();
        bench.give(
                new Input.Answered(
                        new QuestionPurpose.DepartureNotice(id(8)), new Message.Accepted()));
        assertThat(bench.effects(Effect.Exit.class)).isEmpty();
        bench.give(new Input.Unanswered(new QuestionPurpose.DepartureNotice(id(12))));
        assertThat(bench.effects(Effect.Exit.class)).containsExactly(new Effect.Exit(0, ""));
    }

    @Test
    void aLeaverWaitsAtMostFiveSecondsForItsNeighbours() {
        Bench bench = Bench.peerFive();
        bench.give(new Input.Commanded(new PeerCommand.Quit()));
        assertThat(bench.effects(Effect.CallLater.class))
                .contains(new Effect.CallLater(new Timer.DepartureOverdue(), 5_000_000));
        bench.give(new Input.TimerFired(new Timer.DepartureOverdue()));
        assertThat(bench.effects(Effect.Exit.class)).containsExactly(new Effect.Exit(0, ""));
    }

    /** SPEC 9.2: an orphan does not wait to hand its files to other orphans. */
    @Test
    void anAbandonedPeerAnnouncesItsDepartureAtOnceWhateverItHolds() {
        Bench bench =
                Bench.started(
                        5,
                        ringside.status.PeerSettings.DEFAULTS,
                        new Origin.Neighbours(List.of(id(8), id(12))),
                        new StoredFile(FileName.parse("0004.txt"), 1_000_000, "ab".repeat(32), 1));
        bench.give(new Input.Abandoned());
        assertThat(bench.effects(FileEffect.Open.class)).isEmpty();
        assertThat(bench.effects(Effect.Ask.class))
                .allMatch(ask -> ask.question() instanceof Message.Departure)
                .hasSize(2);
    }

    @Test
    void aPredecessorBetweenIsAdoptedOnlyAfterItHasAnswered() {
        Bench bench = Bench.peerFive();
        bench.datagram(8, new Datagram.PingReply(0, id(7), List.of(id(12))));
        assertThat(bench.reports(NeighbourEvent.NeighboursChanged.class)).isEmpty();
        assertThat(bench.effects(Effect.Ask.class)).extracting(Effect.Ask::to).contains(id(7));
        bench.give(new Input.Unanswered(new QuestionPurpose.Between(id(7))));
        assertThat(bench.reports(NeighbourEvent.NeighboursChanged.class)).isEmpty();
        bench.give(
                new Input.Answered(
                        new QuestionPurpose.Between(id(7)),
                        new Message.Neighbours(List.of(id(5)), List.of(id(8), id(12)))));
        assertThat(bench.reports(NeighbourEvent.NeighboursChanged.class))
                .extracting(NeighbourEvent.NeighboursChanged::successors)
                .contains(List.of(id(7), id(8), id(12)));
    }

    @Test
    void aListThatStepsBackOrPassesThisPeerIsCutThere() {
        Bench bench = Bench.peerFive();
        bench.datagram(
                8, new Datagram.PingReply(0, id(5), List.of(id(20), id(10), id(30), id(5), id(6))));
        assertThat(bench.reports(NeighbourEvent.NeighboursChanged.class))
                .extracting(NeighbourEvent.NeighboursChanged::successors)
                .containsExactly(List.of(id(8), id(20)));
    }

    @Test
    void aLookupThatHasComeRoundEndsAtItsRequester() {
        Bench bench = Bench.peerFive();
        bench.datagram(1, new Datagram.Ping(SuccessorRole.FIRST, 0));
        bench.asked(lookup(5, 200));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        bench.asked(lookup(1, ringside.ring.Circle.IDS_OF_PROCESSES));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        bench.asked(lookup(1, 3));
        assertThat(bench.effects(Effect.Ask.class)).extracting(Effect.Ask::to).contains(id(8));
    }

    private static Message.Lookup lookup(int requester, int hop) {
        return new Message.Lookup(
                id(1),
                9,
                LookupPurpose.REQUEST,
                new FileNumber("0100"),
                id(requester),
                hop,
                false,
                0);
    }

    @Test
    void moreThanSixtyFourFilesAtOnceAreRefused() {
        Bench bench = Bench.peerFive();
        for (int i = 1; i <= 64; i++) {
            bench.asked(handover(i));
            assertThat(bench.reply()).isEqualTo(new Message.Welcome(0, Bench.BUFFER_BYTES / 2 / i));
        }
        bench.asked(handover(65));
        assertThat(bench.reply()).isInstanceOf(Message.Refused.class);
    }

    @Test
    void segmentsOfStrangersOfTheWrongLengthOrFromAheadWriteNothing() {
        Bench bench = Bench.peerFive();
        bench.asked(handover(1));
        Bytes full = Bytes.of(new byte[400]);
        bench.datagram(1, new Datagram.Segment(1, 401, 400, full));
        assertThat(bench.effects()).isEmpty();
        bench.datagram(1, new Datagram.Segment(1, 1, 400, Bytes.of(new byte[399])));
        assertThat(bench.effects()).isEmpty();
        bench.datagram(12, new Datagram.Segment(1, 1, 400, full));
        assertThat(bench.effects()).isEmpty();
        bench.datagram(1, new Datagram.Segment(2, 1, 400, full));
        assertThat(bench.effects()).isEmpty();
        bench.datagram(1, new Datagram.Segment(1, 1, 400, full));
        assertThat(bench.effects(FileEffect.Write.class)).hasSize(1);
    }

    @Test
    void aDuplicateSegmentIsAcknowledgedAndNotWrittenAgain() {
        Bench bench = Bench.peerFive();
        bench.asked(handover(1));
        Datagram.Segment segment = new Datagram.Segment(1, 1, 400, Bytes.of(new byte[400]));
        bench.datagram(1, segment);
        bench.datagram(1, segment);
        assertThat(bench.effects(FileEffect.Write.class)).isEmpty();
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(new Effect.Send(id(1), new Datagram.Acknowledgement(1, 401)));
    }

    @Test
    void aCommandBeforeTheJoinSaysWhyItCannotBeDone() {
        Bench bench =
                Bench.started(6, ringside.status.PeerSettings.DEFAULTS, new Origin.Join(id(5)));
        bench.give(new Input.Commanded(new PeerCommand.Request(new FileNumber("2012"))));
        assertThat(bench.reports(LifeEvent.ActionFailed.class))
                .containsExactly(
                        new LifeEvent.ActionFailed(
                                "request 2012", "peer 6 has not joined the ring yet"));
    }

    private static Message.Offer handover(long transferId) {
        return Bench.offer(
                1,
                transferId,
                TransferPurpose.HANDOVER,
                0,
                Bench.file(String.format("%04d.txt", transferId), 1_000, 1),
                1);
    }

    private static Message.Offer offer(TransferPurpose purpose, long lookupId) {
        return Bench.offer(1, 1, purpose, lookupId, Bench.file("2012.pdf", 10, 1), 1);
    }
}
