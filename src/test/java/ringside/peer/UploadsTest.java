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

/** SPEC 3.3, 4: an outgoing file, from the offer to the receiver's final notice. */
class UploadsTest {

    /** SPEC 4.1: number, name, size, SHA-256, MSS and transfer id. */
    @Test
    void anOfferSaysEverythingAboutTheFile() {
        UploadsBench uploads = UploadsBench.offered(1_000);
        assertThat(uploads.bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(12),
                                Bench.offer(
                                        5,
                                        uploads.transferId,
                                        TransferPurpose.REQUEST,
                                        9,
                                        Bench.file("0004.txt", 1_000, 1),
                                        1),
                                new QuestionPurpose.OfferMade(uploads.transferId)));
    }

    @Test
    void anAcceptedOfferBeginsWithTheFirstPart() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        assertThat(uploads.bench.effects())
                .containsExactly(
                        Bench.news("We now start sending the file ........."),
                        new Effect.Report(
                                new FileEvent.TransferStarted(
                                        uploads.transferId,
                                        true,
                                        id(12),
                                        FileName.parse("0004.txt"),
                                        1_000,
                                        0,
                                        400,
                                        1,
                                        0,
                                        TransferPurpose.REQUEST)),
                        new FileEffect.Read(uploads.handle, 0, 400, 400, 0));
    }

    /** SPEC 4.1: a requester that is gone ends the transfer before it starts. */
    @Test
    void anOfferThatIsRefusedOrUnansweredSendsNothing() {
        UploadsBench refused = UploadsBench.offered(1_000);
        refused.bench.answered(
                new QuestionPurpose.OfferMade(refused.transferId), new Message.Refused("no room"));
        assertThat(refused.bench.effects())
                .containsExactlyElementsOf(
                        couldNotBeSent(refused, "peer 12 did not take it: no room"));
        UploadsBench gone = UploadsBench.offered(1_000);
        gone.bench.unanswered(new QuestionPurpose.OfferMade(gone.transferId));
        assertThat(gone.bench.effects())
                .containsExactlyElementsOf(couldNotBeSent(gone, "peer 12 cannot be reached"));
    }

    /** SPEC 4.2: the size determines the end, never a short segment. */
    @Test
    void aFileIsCutIntoSegmentsOfTheMaximumSizeAndARest() {
        assertThat(segmentsOf(0)).isEmpty();
        assertThat(segmentsOf(1)).containsExactly("1+1");
        assertThat(segmentsOf(400)).containsExactly("1+400");
        assertThat(segmentsOf(401)).containsExactly("1+400", "401+1");
        assertThat(segmentsOf(800)).containsExactly("1+400", "401+400");
        assertThat(segmentsOf(1_000)).containsExactly("1+400", "401+400", "801+200");
    }

    /** Returns every segment of a file that flows without a fault, as sequence and length. */
    private static List<String> segmentsOf(long bytes) {
        UploadsBench uploads = UploadsBench.accepted(bytes);
        List<String> segments = new ArrayList<>();
        while (!uploads.bench.effects(FileEffect.Read.class).isEmpty()) {
            FileEffect.Read wanted = uploads.bench.effect(FileEffect.Read.class);
            uploads.read(wanted.offset(), wanted.length());
            long sequence = wanted.offset() + 1;
            assertThat(uploads.bench.effects(Effect.Send.class))
                    .containsExactly(uploads.segment(sequence, wanted.length()));
            segments.add(sequence + "+" + wanted.length());
            uploads.acknowledge(sequence + wanted.length());
        }
        assertThat(uploads.bench.lines()).endsWith("The file is sent.");
        return segments;
    }

    @Test
    void aTransferIsDoneWhenTheReceiverHasTheFileInItsPlace() {
        UploadsBench uploads = sentWhole();
        assertThat(uploads.bench.reports(FileEvent.TransferDone.class)).isEmpty();
        uploads.over(12, null);
        assertThat(uploads.bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Accepted()),
                        new FileEffect.Close(uploads.handle),
                        new Effect.Report(
                                new FileEvent.TransferDone(uploads.transferId, true, 400, 1, 0)));
    }

    /** The last acknowledgement was due at 1 s; the receiver has 30 s from its arrival. */
    @Test
    void aReceiverThatNeverConfirmsHasNotGotTheFile() {
        UploadsBench uploads = sentWhole();
        uploads.bench.atMs(1_000);
        assertThat(uploads.timeOut().effects())
                .containsExactly(
                        new Effect.CallLater(
                                new Timer.TransferOverdue(uploads.transferId), 29_000_000));
        uploads.bench.atMs(30_000);
        String reason = "peer 12 did not confirm that the file is whole";
        assertThat(uploads.timeOut().effects())
                .containsExactlyElementsOf(toldAndFailed(uploads, reason));
    }

    /** SPEC 4.4: when the other side reports a failure, the transfer fails on both sides. */
    @Test
    void aReceiverThatGivesUpEndsTheTransfer() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.over(12, "the disk is full");
        assertThat(uploads.bench.effects())
                .containsExactlyElementsOf(
                        failedAfter(
                                new Effect.Answer(1, new Message.Accepted()),
                                uploads,
                                "the disk is full"));
        assertThat(uploads.timeOut().effects()).isEmpty();
        assertThat(uploads.acknowledge(401).effects()).isEmpty();
    }

    @Test
    void nobodyElseEndsOrAcknowledgesATransfer() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.over(8, "I say so");
        assertThat(uploads.bench.effects())
                .containsExactly(new Effect.Answer(1, new Message.Accepted()));
        uploads.bench.datagram(8, new Datagram.Acknowledgement(uploads.transferId, 401));
        assertThat(uploads.bench.effects()).isEmpty();
        assertThat(uploads.acknowledge(401).effects(FileEffect.Read.class)).hasSize(1);
    }

    @Test
    void aFileThatCanNoLongerBeReadFailsOnBothSides() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.bench.give(new FileInput.Failed(uploads.handle, "it is gone"));
        assertThat(uploads.bench.effects())
                .containsExactlyElementsOf(toldAndFailed(uploads, "it is gone"));
    }

    /** SPEC 4.5: simultaneous transfers have their own sequence numbers and positions. */
    @Test
    void twoTransfersGoOnIndependently() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        Bench bench = uploads.bench;
        bench.asked(
                new Message.Lookup(
                        id(1),
                        10,
                        LookupPurpose.REQUEST,
                        new FileNumber("0003"),
                        id(8),
                        1,
                        false,
                        0));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, Bench.file("0003.txt", 5, 1)));
        QuestionPurpose.OfferMade offer =
                bench.purposes(QuestionPurpose.OfferMade.class).getFirst();
        assertThat(offer.transferId()).isNotEqualTo(uploads.transferId);
        bench.answered(offer, Bench.WELCOME);
        assertThat(bench.effect(FileEffect.Read.class))
                .isEqualTo(new FileEffect.Read(handle, 0, 5, 5, 0));
        assertThat(uploads.acknowledge(401).effect(FileEffect.Read.class))
                .isEqualTo(new FileEffect.Read(uploads.handle, 400, 400, 400, 400));
    }

    @Test
    void theSixtyFifthTransferAtOnceIsNotBegun() {
        Bench bench = Bench.peerFive().ping(1, SuccessorRole.FIRST);
        for (int lookupId = 1; lookupId <= 65; lookupId++) {
            bench.asked(
                    new Message.Lookup(
                            id(1),
                            lookupId,
                            LookupPurpose.REQUEST,
                            new FileNumber("0004"),
                            id(12),
                            1,
                            false,
                            0));
            assertThat(bench.effects(FileEffect.Open.class)).hasSize(lookupId == 65 ? 0 : 1);
        }
        assertThat(bench.lines())
                .containsExactly("The file 0004 could not be sent: peer 5 sends 64 files already.");
    }

    /** Gets a file of one segment fully acknowledged. */
    private static UploadsBench sentWhole() {
        UploadsBench uploads = UploadsBench.accepted(400);
        uploads.read(0, 400);
        uploads.acknowledge(401);
        return uploads;
    }

    private static List<Effect> couldNotBeSent(UploadsBench uploads, String reason) {
        return List.of(
                new FileEffect.Close(uploads.handle),
                Bench.news("The file 0004 could not be sent: " + reason + "."),
                new Effect.Report(new LifeEvent.ActionFailed("send 0004 to 12", reason)));
    }

    private static List<Effect> toldAndFailed(UploadsBench uploads, String reason) {
        Effect told =
                new Effect.Ask(
                        id(12),
                        new Message.TransferOver(id(5), uploads.transferId, reason),
                        new QuestionPurpose.TransferOverNotice(id(12), uploads.transferId));
        return failedAfter(told, uploads, reason);
    }

    private static List<Effect> failedAfter(Effect first, UploadsBench uploads, String reason) {
        List<Effect> effects = new ArrayList<>(couldNotBeSent(uploads, reason));
        effects.addFirst(first);
        effects.add(
                2,
                new Effect.Report(new FileEvent.TransferFailed(uploads.transferId, true, reason)));
        return effects;
    }
}
