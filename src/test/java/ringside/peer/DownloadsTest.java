package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.TransferPurpose;

/** SPEC 4: an incoming file, from the offer until it is in place. */
class DownloadsTest {

    private static final long SILENCE_MICROS = 25_000_000;

    private static final Timer.SenderCheckDue SENDER_SILENT = new Timer.SenderCheckDue(id(1), 7);

    private static final FileName NAME = FileName.parse("0100.txt");

    private final Bench bench = Bench.inItsRing();
    private FileHandle handle = new FileHandle(0, FilePurpose.DOWNLOAD);

    @Test
    void anOfferThatIsWelcomeBeginsATemporaryFile() {
        offer(7, NAME, 1_000);
        assertThat(bench.effects())
                .containsExactly(
                        new FileEffect.Create(handle, NAME, FileEffect.Destination.HELD, 3),
                        new Effect.Report(
                                new FileEvent.TransferStarted(
                                        7,
                                        false,
                                        id(1),
                                        NAME,
                                        1_000,
                                        0,
                                        400,
                                        1,
                                        0,
                                        TransferPurpose.HANDOVER)),
                        new Effect.Answer(1, Bench.WELCOME),
                        new Effect.CallLater(SENDER_SILENT, 2_500_000));
    }

    /** SPEC 4.2, 4.6: the acknowledgement is sequence number + length. */
    @Test
    void aSegmentIsWrittenLoggedAndAcknowledged() {
        offer(7, NAME, 1_000);
        Bytes data = segment(1, 400);
        assertThat(bench.effects())
                .containsExactly(
                        log("rcv", 1, 400, 0),
                        new FileEffect.Write(handle, 0, data),
                        acknowledgement(401),
                        log("snd", 0, 0, 401));
    }

    /** SPEC 4.2: the size determines the end; then the digest decides. */
    @Test
    void theLastSegmentHasTheDigestChecked() {
        offer(7, NAME, 500);
        segment(1, 400);
        assertThat(bench.effects(FileEffect.Finish.class)).isEmpty();
        Bytes data = segment(401, 100);
        assertThat(bench.effects())
                .containsExactly(
                        log("rcv", 401, 100, 0),
                        new FileEffect.Write(handle, 400, data),
                        acknowledgement(501),
                        log("snd", 0, 0, 501),
                        new FileEffect.Finish(handle, Bench.DIGEST));
    }

    @Test
    void anEmptyFileAndOneOfAMultipleOfTheSegmentSizeArriveWhole() {
        offer(7, NAME, 0);
        assertThat(bench.effects()).endsWith(new FileEffect.Finish(handle, Bench.DIGEST));
        offer(8, FileName.parse("0101.txt"), 800);
        segmentOf(8, 1, 400);
        assertThat(bench.effects(FileEffect.Finish.class)).isEmpty();
        segmentOf(8, 401, 400);
        assertThat(bench.effects(FileEffect.Finish.class))
                .containsExactly(new FileEffect.Finish(handle, Bench.DIGEST));
    }

    /** SPEC 4.3: the transfer survives real loss of the last acknowledgement. */
    @Test
    void aRepeatedSegmentIsAcknowledgedAgainEvenWhenTheFileIsInItsPlace() {
        whole();
        segment(1, 400);
        assertThat(bench.effects())
                .containsExactly(
                        log("rcv", 1, 400, 0), acknowledgement(401), log("snd", 0, 0, 401));
        finished();
        segment(1, 400);
        assertThat(bench.effects())
                .containsExactly(
                        log("rcv", 1, 400, 0), acknowledgement(401), log("snd", 0, 0, 401));
    }

    @Test
    void aSegmentFromAheadIsNeitherWrittenNorAcknowledged() {
        offer(7, NAME, 1_000);
        segment(401, 400);
        assertThat(bench.effects()).isEmpty();
        segment(1, 400);
        segment(801, 200);
        assertThat(bench.effects()).isEmpty();
        segment(401, 400);
        assertThat(bench.effects(Effect.Send.class)).containsExactly(acknowledgement(801));
    }

    @Test
    void aSegmentThatReachesBeyondTheEndIsNotTaken() {
        offer(7, NAME, 300);
        segment(1, 301);
        assertThat(bench.effects()).isEmpty();
        segment(1, 400);
        assertThat(bench.effects()).isEmpty();
        segment(1, 300);
        segment(301, 1);
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void aFileInItsPlaceIsReportedAndItsSenderTold() {
        whole();
        finished();
        assertThat(bench.effects())
                .startsWith(
                        new Effect.Report(new FileEvent.TransferDone(7, false, 400, 1, 0)),
                        told(null),
                        new Effect.PrintNews("File 0100 is now stored here."));
    }

    /** SPEC 4.4: no half file is left, and both sides learn the reason. */
    @Test
    void aFileWithTheWrongDigestIsThrownAwayOnBothSides() {
        whole();
        String reason = "the digest of what arrived is wrong";
        bench.give(new FileInput.Failed(handle, reason));
        assertThat(bench.effects())
                .containsExactly(
                        told(reason), new FileEffect.Close(handle), failed(reason), missed(reason));
        bench.give(new FileInput.Finished(handle, Bench.file("0100.txt", 400, 3), "files/0100"));
        assertThat(bench.effects()).isEmpty();
    }

    /** Without the notice a sender would wait half a minute, and delay its leaving for as long. */
    @Test
    void theLastWordIsRepeatedUntilTheSenderHasHeardIt() {
        QuestionPurpose.TransferOverNotice told = new QuestionPurpose.TransferOverNotice(id(1), 7);
        Timer.OverAgain again = new Timer.OverAgain(id(1), 7);
        whole();
        finished();
        assertThat(bench.unanswered(told).effects())
                .containsExactly(new Effect.CallLater(again, 1_000_000));
        bench.fire(again);
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(id(1), new Message.TransferOver(id(5), 7, null), told));
        assertThat(bench.answered(told, new Message.Accepted()).effects()).isEmpty();
    }

    @Test
    void aFailureIsReportedOnce() {
        offer(7, NAME, 1_000);
        bench.give(new FileInput.Failed(handle, "the disk is full"));
        assertThat(bench.unanswered(new QuestionPurpose.TransferOverNotice(id(1), 7)).effects())
                .isEmpty();
    }

    @Test
    void aSenderThatGivesUpLeavesNoHalfFile() {
        offer(7, NAME, 1_000);
        segment(1, 400);
        bench.asked(new Message.TransferOver(id(1), 7, "I give up"));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Accepted()),
                        new FileEffect.Close(handle),
                        failed("I give up"),
                        missed("I give up"));
        segment(401, 400);
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void anotherPeerCannotGiveUpForTheSender() {
        offer(7, NAME, 1_000);
        bench.asked(new Message.TransferOver(id(8), 7, "I give up"));
        assertThat(bench.effects()).containsExactly(new Effect.Answer(1, new Message.Accepted()));
        segment(1, 400);
        assertThat(bench.effects(FileEffect.Write.class)).hasSize(1);
    }

    @Test
    void aSlowDiskIsNoSilentSender() {
        whole();
        bench.atMs(60_000).fire(SENDER_SILENT);
        assertThat(bench.effects())
                .containsExactly(new Effect.CallLater(SENDER_SILENT, SILENCE_MICROS));
    }

    @Test
    void aTransferThatIsDoneIsForgottenInTheEnd() {
        whole();
        finished();
        assertThat(bench.atMs(25_000).fire(SENDER_SILENT).effects()).isEmpty();
        segment(1, 400);
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void aFullDiskFailsTheTransferAndNotThePeer() {
        offer(7, NAME, 1_000);
        bench.give(new FileInput.Failed(handle, "it cannot be written: the disk is full"));
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(told("it cannot be written: the disk is full"));
        assertThat(bench.effects(Effect.Exit.class)).isEmpty();
    }

    @Test
    void onlyOneFileOfANumberComesInAtATime() {
        offer(7, NAME, 1_000);
        bench.asked(handover(8, FileName.parse("0100.pdf"), 1_000));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(
                                1, new Message.Refused("another 0100 is just coming in")));
    }

    private void offer(long transferId, FileName name, long bytes) {
        bench.asked(handover(transferId, name, bytes));
        handle = bench.effect(FileEffect.Create.class).handle();
    }

    /** Receives a file of one segment. */
    private void whole() {
        offer(7, NAME, 400);
        segment(1, 400);
    }

    private void finished() {
        bench.give(
                new FileInput.Finished(handle, Bench.file("0100.txt", 400, 3), "files/0100.txt"));
    }

    private Bytes segment(long sequence, int length) {
        return segmentOf(7, sequence, length);
    }

    private Bytes segmentOf(long transferId, long sequence, int length) {
        Bytes data = Bytes.of(new byte[length]);
        bench.datagram(1, new Datagram.Segment(transferId, sequence, 400, data));
        return data;
    }

    private static Message.Offer handover(long transferId, FileName name, long bytes) {
        return Bench.offer(
                1,
                transferId,
                TransferPurpose.HANDOVER,
                0,
                new StoredFile(name, bytes, Bench.DIGEST, 3),
                1);
    }

    private static Effect.Send acknowledgement(long number) {
        return new Effect.Send(id(1), new Datagram.Acknowledgement(7, number));
    }

    private static Effect.Log log(String event, long sequence, int bytes, long acknowledgement) {
        return new Effect.Log(Effect.LogBook.REQUESTING, event, sequence, bytes, acknowledgement);
    }

    private static Effect.Ask told(@Nullable String failure) {
        return new Effect.Ask(
                id(1),
                new Message.TransferOver(id(5), 7, failure),
                new QuestionPurpose.TransferOverNotice(id(1), 7));
    }

    private static Effect.Report failed(String reason) {
        return new Effect.Report(new FileEvent.TransferFailed(7, false, reason));
    }

    private static Effect.Report missed(String reason) {
        return new Effect.Report(new LifeEvent.ActionFailed("take 0100 from 1", reason));
    }
}
