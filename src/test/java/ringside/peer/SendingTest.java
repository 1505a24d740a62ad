package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** SPEC 3.3, 4: a file on its way out, from the offer to the receiver's last word. */
class SendingTest {

    /** SPEC 4.1: number, name, size, SHA-256, MSS and transfer id. */
    @Test
    void anOfferSaysEverythingAboutTheFile() {
        SendingBench sending = SendingBench.offered(1_000);
        assertThat(sending.bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(12),
                                new Message.Offer(
                                        id(5), sending.transferId, TransferPurpose.REQUEST, 9,
                                        FileName.parse("0004.txt"), 1_000, Bench.DIGEST, 1, 400, 1),
                                new Purpose.OfferMade(sending.transferId)));
    }

    @Test
    void anAcceptedOfferBeginsWithTheFirstPart() {
        SendingBench sending = SendingBench.accepted(1_000);
        assertThat(sending.bench.effects())
                .containsExactly(
                        print("We now start sending the file ........."),
                        new Effect.Report(
                                new FileEvent.TransferStarted(
                                        sending.transferId, true, id(12),
                                        FileName.parse("0004.txt"), 1_000, 0, 400, 1, 0,
                                        TransferPurpose.REQUEST)),
                        new FileEffect.Read(sending.handle, 0, 400));
    }

    /** SPEC 4.1: a requester that is gone ends the transfer before it starts. */
    @Test
    void anOfferThatIsRefusedOrUnansweredSendsNothing() {
        SendingBench refused = SendingBench.offered(1_000);
        refused.bench.answered(
                new Purpose.OfferMade(refused.transferId), new Message.Refused("no room"));
        assertThat(refused.bench.effects())
                .containsExactlyElementsOf(
                        couldNotBeSent(refused, "peer 12 did not take it: no room"));
        SendingBench gone = SendingBench.offered(1_000);
        gone.bench.unanswered(new Purpose.OfferMade(gone.transferId));
        assertThat(gone.bench.effects())
                .containsExactlyElementsOf(couldNotBeSent(gone, "peer 12 cannot be reached"));
    }

    /** SPEC 4.2: the end is known from the size, never from a short segment. */
    @Test
    void aFileIsCutIntoSegmentsOfTheMaximumSizeAndARest() {
        assertThat(segmentsOf(0)).isEmpty();
        assertThat(segmentsOf(1)).containsExactly("1+1");
        assertThat(segmentsOf(400)).containsExactly("1+400");
        assertThat(segmentsOf(401)).containsExactly("1+400", "401+1");
        assertThat(segmentsOf(800)).containsExactly("1+400", "401+400");
        assertThat(segmentsOf(1_000)).containsExactly("1+400", "401+400", "801+200");
    }

    /** Every segment of a file that flows without a fault, as sequence and length. */
    private static List<String> segmentsOf(long bytes) {
        SendingBench sending = SendingBench.accepted(bytes);
        List<String> segments = new ArrayList<>();
        while (!sending.bench.effects(FileEffect.Read.class).isEmpty()) {
            FileEffect.Read wanted = sending.bench.effect(FileEffect.Read.class);
            sending.read(wanted.offset(), wanted.length());
            long sequence = wanted.offset() + 1;
            assertThat(sending.bench.effects(Effect.Send.class))
                    .containsExactly(sending.segment(sequence, wanted.length()));
            segments.add(sequence + "+" + wanted.length());
            sending.acknowledge(sequence + wanted.length());
        }
        assertThat(sending.bench.lines()).endsWith("The file is sent.");
        return segments;
    }

    @Test
    void aTransferIsDoneWhenTheReceiverHasTheFileInItsPlace() {
        SendingBench sending = sentWhole();
        assertThat(sending.bench.reports(FileEvent.TransferDone.class)).isEmpty();
        sending.over(12, null);
        assertThat(sending.bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Accepted()),
                        new FileEffect.Close(sending.handle),
                        new Effect.Report(
                                new FileEvent.TransferDone(sending.transferId, true, 400, 1, 0)));
    }

    /** The last acknowledgement fell due at 1 s; the receiver has 30 s from when it came. */
    @Test
    void aReceiverThatNeverConfirmsHasNotGotTheFile() {
        SendingBench sending = sentWhole();
        sending.bench.at(1_000);
        assertThat(sending.timeOut().effects())
                .containsExactly(
                        new Effect.CallLater(
                                new Timer.SegmentOverdue(sending.transferId), 29_000_000));
        sending.bench.at(30_000);
        String reason = "peer 12 did not confirm that the file is whole";
        assertThat(sending.timeOut().effects())
                .containsExactlyElementsOf(toldAndFailed(sending, reason));
    }

    /** SPEC 4.4: when the other side says so, the transfer fails on both sides. */
    @Test
    void aReceiverThatGivesUpEndsTheTransfer() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        sending.over(12, "the disk is full");
        assertThat(sending.bench.effects())
                .containsExactlyElementsOf(
                        failedAfter(
                                new Effect.Answer(1, new Message.Accepted()),
                                sending,
                                "the disk is full"));
        assertThat(sending.timeOut().effects()).isEmpty();
        assertThat(sending.acknowledge(401).effects()).isEmpty();
    }

    @Test
    void nobodyElseEndsOrAcknowledgesATransfer() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        sending.over(8, "I say so");
        assertThat(sending.bench.effects())
                .containsExactly(new Effect.Answer(1, new Message.Accepted()));
        sending.bench.datagram(8, new Datagram.Acknowledgement(sending.transferId, 401));
        assertThat(sending.bench.effects()).isEmpty();
        assertThat(sending.acknowledge(401).effects(FileEffect.Read.class)).hasSize(1);
    }

    @Test
    void aFileThatCanNoLongerBeReadFailsOnBothSides() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.bench.give(new FileInput.Failed(sending.handle, "it is gone"));
        assertThat(sending.bench.effects())
                .containsExactlyElementsOf(toldAndFailed(sending, "it is gone"));
    }

    /** SPEC 4.5: several at once, each with its own number and place. */
    @Test
    void twoTransfersGoOnIndependently() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        Bench bench = sending.bench;
        bench.asked(
                new Message.Lookup(
                        id(1), 10, LookupPurpose.REQUEST, new FileNumber("0003"), id(8), 1,
                        false, 0));
        long handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, Bench.file("0003.txt", 5, 1)));
        Purpose.OfferMade offer = bench.purposes(Purpose.OfferMade.class).getFirst();
        assertThat(offer.transferId()).isNotEqualTo(sending.transferId);
        bench.answered(offer, Bench.WELCOME);
        assertThat(bench.effect(FileEffect.Read.class))
                .isEqualTo(new FileEffect.Read(handle, 0, 5));
        assertThat(sending.acknowledge(401).effect(FileEffect.Read.class))
                .isEqualTo(new FileEffect.Read(sending.handle, 400, 400));
    }

    @Test
    void theSixtyFifthTransferAtOnceIsNotBegun() {
        Bench bench = Bench.peerFive().ping(1, SuccessorRole.FIRST);
        for (int lookupId = 1; lookupId <= 65; lookupId++) {
            bench.asked(
                    new Message.Lookup(
                            id(1), lookupId, LookupPurpose.REQUEST, new FileNumber("0004"),
                            id(12), 1, false, 0));
            assertThat(bench.effects(FileEffect.Open.class)).hasSize(lookupId == 65 ? 0 : 1);
        }
        assertThat(bench.lines())
                .containsExactly(
                        "The file 0004 could not be sent: peer 5 sends 64 files already.");
    }

    /** All of a file of one segment is acknowledged. */
    private static SendingBench sentWhole() {
        SendingBench sending = SendingBench.accepted(400);
        sending.read(0, 400);
        sending.acknowledge(401);
        return sending;
    }

    private static List<Effect> couldNotBeSent(SendingBench sending, String reason) {
        return List.of(
                new FileEffect.Close(sending.handle),
                print("The file 0004 could not be sent: " + reason + "."),
                new Effect.Report(new LifeEvent.ActionFailed("send 0004 to 12", reason)));
    }

    private static List<Effect> toldAndFailed(SendingBench sending, String reason) {
        Effect told =
                new Effect.Ask(
                        id(12),
                        new Message.TransferOver(id(5), sending.transferId, reason),
                        new Purpose.OverTold(id(12), sending.transferId));
        return failedAfter(told, sending, reason);
    }

    private static List<Effect> failedAfter(Effect first, SendingBench sending, String reason) {
        List<Effect> effects = new ArrayList<>(couldNotBeSent(sending, reason));
        effects.addFirst(first);
        effects.add(
                2,
                new Effect.Report(
                        new FileEvent.TransferFailed(sending.transferId, true, reason)));
        return effects;
    }

    private static Effect.Print print(String line) {
        return new Effect.Print(Effect.LineKind.NEWS, line);
    }
}
