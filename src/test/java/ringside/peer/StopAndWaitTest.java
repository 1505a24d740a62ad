package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;

/** SPEC 4.2, 4.3, 4.6: one segment at a time, with its time-outs, losses and log. */
class StopAndWaitTest {

    /** SPEC 4.2: 1 + offset, MSS and transfer id; a time-out of 1 s. */
    @Test
    void aSegmentIsSentLoggedAndWaitedForASecond() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        assertThat(uploads.read(0, 400).effects())
                .containsExactly(
                        log("snd", 1, 400, 0), uploads.segment(1, 400), later(uploads, 1_000_000));
    }

    @Test
    void anAcknowledgementIsLoggedAndBringsTheNextPart() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        assertThat(uploads.acknowledge(401).effects())
                .containsExactly(
                        log("rcv", 0, 0, 401),
                        new FileEffect.Read(uploads.handle, 400, 400, 400, 400));
        assertThat(uploads.read(400, 400).effects(Effect.Send.class))
                .containsExactly(uploads.segment(401, 400));
    }

    /** SPEC 4.3: a duplicate acknowledgement sends nothing. */
    @Test
    void aDuplicateOrForeignAcknowledgementIsOnlyLogged() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.acknowledge(401);
        assertThat(uploads.acknowledge(401).effects()).containsExactly(log("rcv", 0, 0, 401));
        uploads.read(400, 400);
        for (long number : new long[] {401, 800, 802, 1_001}) {
            assertThat(uploads.acknowledge(number).effects())
                    .containsExactly(log("rcv", 0, 0, number));
        }
        assertThat(uploads.acknowledge(801).effects(FileEffect.Read.class)).hasSize(1);
    }

    /** SPEC 4.2: resends the same segment. */
    @Test
    void aTimeOutSendsTheSameSegmentAgain() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.bench.atMs(1_000);
        assertThat(uploads.timeOut().effects())
                .containsExactly(
                        trace(uploads, SegmentStep.TIMED_OUT),
                        log("RTX", 1, 400, 0),
                        trace(uploads, SegmentStep.RESENT),
                        uploads.segment(1, 400),
                        later(uploads, 1_000_000));
    }

    /** One timer serves all segments: it is set again when it is too early for the current one. */
    @Test
    void aTimerOfAnEarlierSegmentWaitsForTheRest() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.bench.atMs(300);
        uploads.acknowledge(401);
        assertThat(uploads.read(400, 400).effects(Effect.CallLater.class)).isEmpty();
        uploads.bench.atMs(1_000);
        assertThat(uploads.timeOut().effects()).containsExactly(later(uploads, 300_000));
        uploads.bench.atMs(1_300);
        assertThat(uploads.timeOut().effects(Effect.Send.class))
                .containsExactly(uploads.segment(401, 400));
    }

    /** SPEC 4.4: 20 consecutive time-outs of one segment. */
    @Test
    void theTwentiethTimeOutInARowIsTheEnd() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        letTimeOut(uploads, 0, 19, uploads.segment(1, 400));
        uploads.bench.atMs(20_000);
        assertThat(uploads.timeOut().effects(Effect.Send.class)).isEmpty();
        String reason = "segment 1 was not acknowledged in 20 tries";
        assertThat(uploads.bench.reports(FileEvent.TransferFailed.class))
                .containsExactly(new FileEvent.TransferFailed(uploads.transferId, true, reason));
        assertThat(uploads.bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(12),
                                new Message.TransferOver(id(5), uploads.transferId, reason),
                                new QuestionPurpose.TransferOverNotice(
                                        id(12), uploads.transferId)));
    }

    @Test
    void anAcknowledgementClearsTheCountOfTimeOuts() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        letTimeOut(uploads, 0, 19, uploads.segment(1, 400));
        uploads.acknowledge(401);
        uploads.read(400, 400);
        letTimeOut(uploads, 19, 19, uploads.segment(401, 400));
    }

    private static void letTimeOut(
            UploadsBench uploads, int fromSecond, int times, Effect.Send segment) {
        for (int i = 1; i <= times; i++) {
            uploads.bench.atMs((fromSecond + i) * 1_000L);
            assertThat(uploads.timeOut().effects(Effect.Send.class)).containsExactly(segment);
        }
    }

    // -- simulated loss

    /** SPEC 4.3: a draw below LOSS drops it; the time-out follows, and there is a new draw. */
    @Test
    void aLostSegmentIsFormedAndLoggedAndNotSent() {
        UploadsBench uploads = UploadsBench.asked(Bench.WITHOUT_LOSS.withLoss(1));
        uploads.opened(1_000).accept();
        assertThat(uploads.read(0, 400).effects(Effect.Send.class)).isEmpty();
        assertThat(uploads.bench.effects(Effect.Log.class)).containsExactly(log("Drop", 1, 400, 0));
        assertThat(uploads.bench.effects(Effect.CallLater.class))
                .containsExactly(later(uploads, 1_000_000));
        uploads.bench.atMs(1_000);
        assertThat(uploads.timeOut().effects(Effect.Send.class)).isEmpty();
        assertThat(uploads.bench.effects(Effect.Log.class))
                .containsExactly(log("RTX/Drop", 1, 400, 0));
        uploads.bench.command(new PeerCommand.SetLoss(0));
        uploads.bench.atMs(2_000);
        assertThat(uploads.timeOut().effects(Effect.Send.class))
                .containsExactly(uploads.segment(1, 400));
    }

    /** The draws of the peer, whose seed is known, determine each transmission. */
    @Test
    void everyTransmissionDrawsOnceAgainstTheLoss() {
        UploadsBench uploads = UploadsBench.asked(Bench.WITHOUT_LOSS.withLoss(0.3));
        uploads.opened(200 * 400).accept();
        SeededRandom random = new SeededRandom(1);
        assertThat(uploads.transferId).isEqualTo(random.id());
        boolean lost = false;
        for (int i = 0, offset = 0; i < 200; i++) {
            if (lost) {
                uploads.bench.atMs(i * 1_000L);
                uploads.timeOut();
            } else {
                uploads.read(offset, 400);
            }
            lost = random.fraction() < 0.3;
            assertThat(uploads.bench.effects(Effect.Send.class)).hasSize(lost ? 0 : 1);
            if (!lost) {
                offset += 400;
                uploads.acknowledge(offset + 1L);
            }
        }
    }

    /** SPEC 4.3: loss applies to requested files; the ring's own transfers are not dropped. */
    @Test
    void aFileThatIsHandedOverIsNeverDropped() {
        PeerSettings losesAll = Bench.WITHOUT_LOSS.withLoss(1);
        StoredFile file = Bench.file("0004.txt", 400, 1);
        Bench bench = Bench.started(5, losesAll, new Origin.Neighbours(ids(8, 12)), file);
        bench.command(new PeerCommand.Quit());
        bench.answered(
                bench.purposes(QuestionPurpose.InventoryShown.class).getFirst(),
                new Message.Lacking(List.of(new FileNumber("0004")), false));
        FileHandle handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, file));
        bench.answered(bench.purposes(QuestionPurpose.OfferMade.class).getFirst(), Bench.WELCOME);
        assertThat(bench.reports(FileEvent.TransferStarted.class))
                .extracting(FileEvent.TransferStarted::loss)
                .containsExactly(0.0);
        bench.give(new FileInput.Read(handle, 0, Bytes.of(new byte[400])));
        assertThat(bench.effects(Effect.Send.class)).hasSize(1);
    }

    // -- reports

    /** SPEC 9.1: at most 20 times a second. */
    @Test
    void progressIsReportedAtMostEveryFiftyMilliseconds() {
        UploadsBench uploads = UploadsBench.accepted(10_000);
        long[] acknowledgedAtMs = {49, 50, 99, 100};
        boolean[] reported = {false, true, false, true};
        for (int i = 0; i < acknowledgedAtMs.length; i++) {
            uploads.bench.atMs(acknowledgedAtMs[i]);
            uploads.read(400L * i, 400);
            uploads.acknowledge(400L * (i + 1) + 1);
            FileEvent.TransferProgress progress =
                    new FileEvent.TransferProgress(
                            uploads.transferId, true, 400L * (i + 1), i + 1, 0);
            assertThat(uploads.bench.reports(FileEvent.TransferProgress.class))
                    .isEqualTo(reported[i] ? List.of(progress) : List.of());
        }
    }

    /** SPEC 9.1: segment events on or off; failures are always reported. */
    @Test
    void everySegmentIsReportedWhileSegmentEventsAreOn() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        assertThat(uploads.read(0, 400).reports(FileEvent.SegmentTraced.class)).isEmpty();
        uploads.bench.command(new PeerCommand.ReportSegments(true));
        assertThat(uploads.acknowledge(401).reports(FileEvent.SegmentTraced.class))
                .containsExactly(
                        new FileEvent.SegmentTraced(
                                uploads.transferId,
                                SegmentStep.ACKNOWLEDGEMENT_RECEIVED,
                                id(12),
                                0,
                                0,
                                401));
        assertThat(uploads.read(400, 400).reports(FileEvent.SegmentTraced.class))
                .containsExactly(
                        new FileEvent.SegmentTraced(
                                uploads.transferId, SegmentStep.SENT, id(12), 401, 400, 0));
    }

    private static Effect.Log log(String event, long sequence, int bytes, long acknowledgement) {
        return new Effect.Log(Effect.LogBook.RESPONDING, event, sequence, bytes, acknowledgement);
    }

    private static Effect.CallLater later(UploadsBench uploads, long delayMicros) {
        return new Effect.CallLater(new Timer.TransferOverdue(uploads.transferId), delayMicros);
    }

    private static Effect.Report trace(UploadsBench uploads, SegmentStep step) {
        return new Effect.Report(
                new FileEvent.SegmentTraced(uploads.transferId, step, id(12), 1, 400, 0));
    }
}
