package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;

/**
 * The windowed mode beside SPEC 4.2: a window of segments under way, each sent again only when it is
 * lost itself.
 */
class SelectiveRepeatTest {

    private static final int MSS = 400;

    private SendingBench sending = window(4, 4_000);

    private static SendingBench window(int window, long bytes) {
        return window(Bench.WITHOUT_LOSS.withWindow(window), bytes, Bench.WELCOME);
    }

    private static SendingBench window(PeerSettings settings, long bytes, Message.Welcome welcome) {
        SendingBench begun = SendingBench.asked(settings).opened(bytes);
        begun.bench.answered(new Purpose.OfferMade(begun.transferId), welcome);
        return begun;
    }

    // -- the window

    @Test
    void aWholeWindowIsReadAndSent() {
        assertThat(sending.bench.effects(FileEffect.Read.class))
                .extracting(FileEffect.Read::offset)
                .containsExactly(0L, 400L, 800L, 1_200L);
        assertThat(readAll()).containsExactly(1L, 401L, 801L, 1_201L);
    }

    @Test
    void eachAcknowledgementMovesTheWindowOn() {
        readAll();
        acknowledge(401);
        assertThat(readAll()).containsExactly(1_601L);
        acknowledge(1_201);
        assertThat(readAll()).containsExactly(2_001L, 2_401L);
    }

    /** Out of order: the window does not move, but what is missing is known. */
    @Test
    void aGapHoldsTheWindowUntilItIsFilled() {
        readAll();
        acknowledge(1, 1, 2);
        assertThat(sending.bench.effects(FileEffect.Read.class)).isEmpty();
        acknowledge(1_201);
        assertThat(readAll()).containsExactly(1_601L, 2_001L, 2_401L);
    }

    @Test
    void theRoomAtTheReceiverLimitsTheWindow() {
        sending = window(Bench.WITHOUT_LOSS.withWindow(64), 40_000, new Message.Welcome(0, 1_000));
        assertThat(readAll()).hasSize(2);
        sending = window(Bench.WITHOUT_LOSS.withWindow(64), 40_000, new Message.Welcome(0, 10));
        assertThat(readAll()).hasSize(1);
    }

    /** SPEC 8.5: what a receiver has already is not sent again. */
    @Test
    void aTransferBeginsWhereTheReceiverWantsIt() {
        sending =
                window(Bench.WITHOUT_LOSS.withWindow(4), 4_000, new Message.Welcome(3_100, 10_000));
        assertThat(readAll()).containsExactly(3_101L, 3_501L, 3_901L);
        acknowledge(4_001);
        assertThat(sending.bench.lines()).containsExactly("The file is sent.");
    }

    @Test
    void aReceiverThatWantsMoreThanThereIsGetsNothing() {
        sending =
                window(Bench.WITHOUT_LOSS.withWindow(4), 4_000, new Message.Welcome(4_001, 10_000));
        assertThat(sending.bench.effects(FileEffect.Read.class)).isEmpty();
        assertThat(sending.bench.effects(FileEffect.Close.class)).hasSize(1);
    }

    @Test
    void theLastAcknowledgementEndsTheFlow() {
        sending = window(8, 1_000);
        assertThat(readAll()).containsExactly(1L, 401L, 801L);
        acknowledge(1_001);
        assertThat(sending.bench.lines()).containsExactly("The file is sent.");
        sending = window(8, 0);
        assertThat(sending.bench.lines())
                .containsExactly("We now start sending the file .........", "The file is sent.");
    }

    // -- what is lost

    /** Nothing is sent on a duplicate acknowledgement, nor on a late or a foreign one. */
    @Test
    void whatTellsNothingNewSendsNothing() {
        readAll();
        acknowledge(401, 1);
        readAll();
        for (int i = 0; i < 5; i++) {
            acknowledge(401, 1);
            assertSilent();
        }
        acknowledge(1);
        assertSilent();
        acknowledge(400_001);
        assertSilent();
        sending.acknowledge(801);
        assertSilent();
    }

    @Test
    void threeLaterOnesProveThatASegmentIsLost() {
        readAll();
        acknowledge(1, 1, 2);
        assertThat(sentNow()).isEmpty();
        acknowledge(1, 1, 2, 3);
        assertThat(sentNow()).containsExactly(1L);
        assertThat(steps()).contains(SegmentStep.OVERTAKEN);
        acknowledge(1_601);
        assertThat(readAll()).containsExactly(1_601L, 2_001L, 2_401L, 2_801L);
    }

    /** A segment that was sent again is lost again only when three that were sent later have come. */
    @Test
    void aRepeatedSegmentIsOvertakenByLaterTransmissionsOnly() {
        sending = window(8, 40_000);
        readAll();
        acknowledge(1, 1, 2, 3);
        assertThat(sentNow()).containsExactly(1L);
        readAll();
        acknowledge(1, 1, 2, 3, 4, 5, 6, 7);
        assertThat(sentNow()).isEmpty();
    }

    /** Karn: an acknowledgement of a repeated segment may be one of its first transmission. */
    @Test
    void aRepeatedSegmentOvertakesNobody() {
        sending = window(8, 40_000);
        readAll();
        timeOut(1_000);
        assertThat(sentNow()).containsExactly(1L);
        acknowledge(401);
        assertThat(sentNow()).containsExactly(401L, 801L);
        acknowledge(801);
        assertThat(sentNow()).containsExactly(1_201L, 1_601L, 2_001L);
    }

    // -- time-outs

    /** One segment asks whether anybody is there; the rest follow when there is. */
    @Test
    void aTimeOutSendsOneSegmentAgain() {
        readAll();
        timeOut(1_000);
        assertThat(sentNow()).containsExactly(1L);
        acknowledge(1_601);
        assertThat(readAll()).containsExactly(1_601L, 2_001L);
    }

    /** Before a measurement it is a second; never under 20 ms; twice as long each time. */
    @Test
    void theTimeOutFollowsTheMeasuredRoundTripAndBacksOff() {
        List<FileEffect.Read> reads = sending.bench.effects(FileEffect.Read.class);
        sending.read(reads.getFirst().offset(), MSS);
        assertThat(delays()).containsExactly(1_000_000L);
        reads.stream().skip(1).forEach(read -> sending.read(read.offset(), MSS));
        sending.bench.at(1);
        acknowledge(401);
        assertThat(delays()).containsExactly(20_000L);
        readAll();
        timeOut(21);
        assertThat(delays()).containsExactly(40_000L);
        timeOut(61);
        assertThat(delays()).containsExactly(80_000L);
    }

    @Test
    void aSlowRoundTripMakesALongTimeOut() {
        readAll();
        sending.bench.at(100);
        acknowledge(401);
        assertThat(delays()).containsExactly(300_000L);
    }

    /** SPEC 4.4. */
    @Test
    void twentyTimeOutsInARowEndTheTransfer() {
        readAll();
        long now = 0;
        for (int i = 1; i < Flow.MAX_TIME_OUTS; i++) {
            now += 1_000;
            timeOut(now);
            assertThat(sentNow()).containsExactly(1L);
        }
        timeOut(now + 1_000);
        assertThat(sending.bench.reports(FileEvent.TransferFailed.class))
                .containsExactly(
                        new FileEvent.TransferFailed(
                                sending.transferId,
                                true,
                                "segment 1 was not acknowledged in 20 tries"));
    }

    @Test
    void newsClearTheCountOfTimeOuts() {
        readAll();
        for (int i = 1; i < Flow.MAX_TIME_OUTS; i++) {
            timeOut(i * 1_000L);
        }
        acknowledge(401);
        timeOut(30_000);
        assertThat(sending.bench.reports(FileEvent.TransferFailed.class)).isEmpty();
        assertThat(sentNow()).containsExactly(401L);
    }

    /** SPEC 4.3: the loss is the sender's, in this mode too. */
    @Test
    void aSegmentThatIsDroppedOnPurposeIsSentAgainWhenItIsOvertaken() {
        sending = window(Bench.WITHOUT_LOSS.withWindow(4).withLoss(1), 4_000, Bench.WELCOME);
        FileEffect.Read first = sending.bench.effects(FileEffect.Read.class).getFirst();
        List<FileEffect.Read> reads = sending.bench.effects(FileEffect.Read.class);
        sending.read(first.offset(), first.length());
        assertThat(sending.bench.effects(Effect.Send.class)).isEmpty();
        sending.bench.command(new PeerCommand.SetLoss(0));
        reads.stream().skip(1).forEach(read -> sending.read(read.offset(), read.length()));
        acknowledge(1, 1, 2, 3);
        assertThat(sentNow()).containsExactly(1L);
    }

    // -- beside others

    /** SPEC 8: copies and handovers go below requests: one segment at a time while one flows. */
    @Test
    void whatTheRingMovesGivesWayToWhatAUserWaitsFor() {
        sending.bench.command(new PeerCommand.Store("b.txt", new FileNumber("0012")));
        long lookupId =
                sending.bench.purposes(Purpose.LookupHop.class).getFirst().lookup().lookupId();
        sending.bench.asked(new Message.OwnerFound(id(12), lookupId, false));
        long handle = sending.bench.effect(FileEffect.Open.class).handle();
        sending.bench.give(new FileInput.Opened(handle, Bench.file("0012.txt", 100_000, 1)));
        Message.Offer offer =
                (Message.Offer) sending.bench.effects(Effect.Ask.class).getFirst().question();
        assertThat(offer.window()).isEqualTo(16);
        sending.bench.answered(new Purpose.OfferMade(offer.transferId()), Bench.WELCOME);
        assertThat(sending.bench.effects(FileEffect.Read.class)).hasSize(1);

        sending.over(12, "enough");
        sending.bench.give(new FileInput.Read(handle, 0, Bytes.of(new byte[MSS])));
        sending.bench.datagram(
                12, new Datagram.SelectiveAcknowledgement(offer.transferId(), 401, Bytes.EMPTY));
        assertThat(sending.bench.effects(FileEffect.Read.class)).hasSize(16);
    }

    // -- help

    private void acknowledge(long number, int... beyond) {
        byte[] bitmap = new byte[0];
        for (int after : beyond) {
            int bit = after - 1;
            bitmap = Arrays.copyOf(bitmap, Math.max(bitmap.length, bit / 8 + 1));
            bitmap[bit / 8] |= (byte) (1 << bit % 8);
        }
        sending.bench.datagram(
                12,
                new Datagram.SelectiveAcknowledgement(
                        sending.transferId, number, Bytes.of(bitmap)));
    }

    private void timeOut(long atMs) {
        sending.bench.at(atMs);
        sending.timeOut();
    }

    /** The disk reads all that is wanted; the sequence numbers of what is sent then. */
    private List<Long> readAll() {
        List<Long> sent = new ArrayList<>(sentNow());
        for (FileEffect.Read read : sending.bench.effects(FileEffect.Read.class)) {
            sending.read(read.offset(), read.length());
            sent.addAll(sentNow());
        }
        return sent;
    }

    private List<Long> sentNow() {
        return sending.bench.effects(Effect.Send.class).stream()
                .map(send -> (Datagram.Segment) send.message())
                .peek(segment -> assertThat(segment.mss()).isEqualTo(MSS))
                .map(Datagram.Segment::sequence)
                .toList();
    }

    private void assertSilent() {
        assertThat(sending.bench.effects())
                .allMatch(effect -> effect instanceof Effect.Log);
    }

    private List<SegmentStep> steps() {
        return sending.bench.reports(FileEvent.SegmentTraced.class).stream()
                .map(FileEvent.SegmentTraced::step)
                .toList();
    }

    private List<Long> delays() {
        return sending.bench.effects(Effect.CallLater.class).stream()
                .map(Effect.CallLater::delayMicros)
                .toList();
    }
}
