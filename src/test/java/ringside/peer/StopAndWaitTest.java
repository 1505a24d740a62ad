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

/** SPEC 4.2, 4.3, 4.6: one segment at a time, its time-outs, its losses and its log. */
class StopAndWaitTest {

    /** SPEC 4.2: 1 + offset, MSS and transfer id; a time-out of 1 s. */
    @Test
    void aSegmentIsSentLoggedAndWaitedForASecond() {
        SendingBench sending = SendingBench.accepted(1_000);
        assertThat(sending.read(0, 400).effects())
                .containsExactly(
                        log("snd", 1, 400, 0), sending.segment(1, 400), later(sending, 1_000_000));
    }

    @Test
    void anAcknowledgementIsLoggedAndBringsTheNextPart() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        assertThat(sending.acknowledge(401).effects())
                .containsExactly(
                        log("rcv", 0, 0, 401), new FileEffect.Read(sending.handle, 400, 400));
        assertThat(sending.read(400, 400).effects(Effect.Send.class))
                .containsExactly(sending.segment(401, 400));
    }

    /** SPEC 4.3: a duplicate acknowledgement sends nothing. */
    @Test
    void aDuplicateOrForeignAcknowledgementIsOnlyLogged() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        sending.acknowledge(401);
        assertThat(sending.acknowledge(401).effects()).containsExactly(log("rcv", 0, 0, 401));
        sending.read(400, 400);
        for (long number : new long[] {401, 800, 802, 1_001}) {
            assertThat(sending.acknowledge(number).effects())
                    .containsExactly(log("rcv", 0, 0, number));
        }
        assertThat(sending.acknowledge(801).effects(FileEffect.Read.class)).hasSize(1);
    }

    /** SPEC 4.2: the same segment again. */
    @Test
    void aTimeOutSendsTheSameSegmentAgain() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        sending.bench.at(1_000);
        assertThat(sending.timeOut().effects())
                .containsExactly(
                        trace(sending, SegmentStep.TIMED_OUT),
                        log("RTX", 1, 400, 0),
                        trace(sending, SegmentStep.RESENT),
                        sending.segment(1, 400),
                        later(sending, 1_000_000));
    }

    /** One timer serves all segments: it comes again where it is too early for the present one. */
    @Test
    void aTimerOfAnEarlierSegmentWaitsForTheRest() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        sending.bench.at(300);
        sending.acknowledge(401);
        assertThat(sending.read(400, 400).effects(Effect.CallLater.class)).isEmpty();
        sending.bench.at(1_000);
        assertThat(sending.timeOut().effects()).containsExactly(later(sending, 300_000));
        sending.bench.at(1_300);
        assertThat(sending.timeOut().effects(Effect.Send.class))
                .containsExactly(sending.segment(401, 400));
    }

    /** SPEC 4.4: 20 consecutive time-outs of one segment. */
    @Test
    void theTwentiethTimeOutInARowIsTheEnd() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        letTimeOut(sending, 0, 19, sending.segment(1, 400));
        sending.bench.at(20_000);
        assertThat(sending.timeOut().effects(Effect.Send.class)).isEmpty();
        String reason = "segment 1 was not acknowledged in 20 tries";
        assertThat(sending.bench.reports(FileEvent.TransferFailed.class))
                .containsExactly(new FileEvent.TransferFailed(sending.transferId, true, reason));
        assertThat(sending.bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(12),
                                new Message.TransferOver(id(5), sending.transferId, reason),
                                new Purpose.OverTold(id(12), sending.transferId)));
    }

    @Test
    void anAcknowledgementClearsTheCountOfTimeOuts() {
        SendingBench sending = SendingBench.accepted(1_000);
        sending.read(0, 400);
        letTimeOut(sending, 0, 19, sending.segment(1, 400));
        sending.acknowledge(401);
        sending.read(400, 400);
        letTimeOut(sending, 19, 19, sending.segment(401, 400));
    }

    private static void letTimeOut(
            SendingBench sending, int fromSecond, int times, Effect.Send segment) {
        for (int i = 1; i <= times; i++) {
            sending.bench.at((fromSecond + i) * 1_000L);
            assertThat(sending.timeOut().effects(Effect.Send.class)).containsExactly(segment);
        }
    }

    // -- simulated loss

    /** SPEC 4.3: below LOSS it is not sent, the time-out does its work, and it draws again. */
    @Test
    void aLostSegmentIsFormedAndLoggedAndNotSent() {
        SendingBench sending = SendingBench.asked(Bench.WITHOUT_LOSS.withLoss(1));
        sending.opened(1_000).accept();
        assertThat(sending.read(0, 400).effects(Effect.Send.class)).isEmpty();
        assertThat(sending.bench.effects(Effect.Log.class))
                .containsExactly(log("Drop", 1, 400, 0));
        assertThat(sending.bench.effects(Effect.CallLater.class))
                .containsExactly(later(sending, 1_000_000));
        sending.bench.at(1_000);
        assertThat(sending.timeOut().effects(Effect.Send.class)).isEmpty();
        assertThat(sending.bench.effects(Effect.Log.class))
                .containsExactly(log("RTX/Drop", 1, 400, 0));
        sending.bench.command(new PeerCommand.SetLoss(0));
        sending.bench.at(2_000);
        assertThat(sending.timeOut().effects(Effect.Send.class))
                .containsExactly(sending.segment(1, 400));
    }

    /** The draws of the peer, whose seed is known, decide about each transmission. */
    @Test
    void everyTransmissionDrawsOnceAgainstTheLoss() {
        SendingBench sending = SendingBench.asked(Bench.WITHOUT_LOSS.withLoss(0.3));
        sending.opened(200 * 400).accept();
        Draws draws = new Draws(1);
        assertThat(sending.transferId).isEqualTo(draws.id());
        boolean lost = false;
        for (int i = 0, offset = 0; i < 200; i++) {
            if (lost) {
                sending.bench.at(i * 1_000L);
                sending.timeOut();
            } else {
                sending.read(offset, 400);
            }
            lost = draws.fraction() < 0.3;
            assertThat(sending.bench.effects(Effect.Send.class)).hasSize(lost ? 0 : 1);
            if (!lost) {
                offset += 400;
                sending.acknowledge(offset + 1L);
            }
        }
    }

    /** SPEC 4.3: loss is for requested files; what the ring moves is not dropped. */
    @Test
    void aFileThatIsHandedOverIsNeverDropped() {
        PeerSettings losesAll = Bench.WITHOUT_LOSS.withLoss(1);
        StoredFile file = Bench.file("0004.txt", 400, 1);
        Bench bench = Bench.started(5, losesAll, new Origin.Neighbours(ids(8, 12)), file);
        bench.command(new PeerCommand.Quit());
        bench.answered(
                bench.purposes(Purpose.InventoryShown.class).getFirst(),
                new Message.Lacking(List.of(new FileNumber("0004")), false));
        long handle = bench.effect(FileEffect.Open.class).handle();
        bench.give(new FileInput.Opened(handle, file));
        bench.answered(
                bench.purposes(Purpose.OfferMade.class).getFirst(), Bench.WELCOME);
        assertThat(bench.reports(FileEvent.TransferStarted.class))
                .extracting(FileEvent.TransferStarted::loss)
                .containsExactly(0.0);
        bench.give(new FileInput.Read(handle, 0, Bytes.of(new byte[400])));
        assertThat(bench.effects(Effect.Send.class)).hasSize(1);
    }

    // -- what is told

    /** SPEC 9.1: at most 20 times a second. */
    @Test
    void progressIsReportedAtMostEveryFiftyMilliseconds() {
        SendingBench sending = SendingBench.accepted(10_000);
        long[] acknowledgedAtMs = {49, 50, 99, 100};
        boolean[] reported = {false, true, false, true};
        for (int i = 0; i < acknowledgedAtMs.length; i++) {
            sending.bench.at(acknowledgedAtMs[i]);
            sending.read(400L * i, 400);
            sending.acknowledge(400L * (i + 1) + 1);
            FileEvent.TransferProgress progress =
                    new FileEvent.TransferProgress(
                            sending.transferId, true, 400L * (i + 1), i + 1, 0);
            assertThat(sending.bench.reports(FileEvent.TransferProgress.class))
                    .isEqualTo(reported[i] ? List.of(progress) : List.of());
        }
    }

    /** SPEC 9.1: segment events on or off; what went wrong is told in any case. */
    @Test
    void everySegmentIsReportedWhileSomebodyWantsToHearOfIt() {
        SendingBench sending = SendingBench.accepted(1_000);
        assertThat(sending.read(0, 400).reports(FileEvent.SegmentTraced.class)).isEmpty();
        sending.bench.command(new PeerCommand.ReportSegments(true));
        assertThat(sending.acknowledge(401).reports(FileEvent.SegmentTraced.class))
                .containsExactly(
                        new FileEvent.SegmentTraced(
                                sending.transferId, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, id(12),
                                0, 0, 401));
        assertThat(sending.read(400, 400).reports(FileEvent.SegmentTraced.class))
                .containsExactly(
                        new FileEvent.SegmentTraced(
                                sending.transferId, SegmentStep.SENT, id(12), 401, 400, 0));
    }

    private static Effect.Log log(String event, long sequence, int bytes, long acknowledgement) {
        return new Effect.Log(
                Effect.LogBook.RESPONDING, event, sequence, bytes, acknowledgement);
    }

    private static Effect.CallLater later(SendingBench sending, long delayMicros) {
        return new Effect.CallLater(
                new Timer.SegmentOverdue(sending.transferId), delayMicros);
    }

    private static Effect.Report trace(SendingBench sending, SegmentStep step) {
        return new Effect.Report(
                new FileEvent.SegmentTraced(sending.transferId, step, id(12), 1, 400, 0));
    }
}
