package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.status.FileEvent;

/** SPEC 4.7, selective repeat: the time-out and its consequences. */
class SendWindowTimeOutTest {

    private final SendWindowBench window = new SendWindowBench(4, 4_000);

    /** One segment tests whether the receiver is there; the rest follow when it answers. */
    @Test
    void aTimeOutSendsOneSegmentAgain() {
        window.readAll();
        window.timeOut(1_000);
        assertThat(window.sentNow()).containsExactly(1L);
        window.acknowledge(401);
        assertThat(window.sentNow()).containsExactly(401L, 801L);
    }

    /** Before a measurement it is a second; never under 20 ms; it doubles each time. */
    @Test
    void theTimeOutFollowsTheMeasuredRoundTripAndBacksOff() {
        FileEffect.Read read = window.uploads.bench.effect(FileEffect.Read.class);
        window.uploads.read(0, SendWindowBench.MSS);
        assertThat(window.delays()).containsExactly(1_000_000L);
        window.uploads.read(SendWindowBench.MSS, read.length() - SendWindowBench.MSS);
        window.uploads.bench.atMs(1);
        window.acknowledge(401);
        assertThat(window.delays()).containsExactly(20_000L);
        window.readAll();
        window.timeOut(21);
        assertThat(window.delays()).containsExactly(40_000L);
        window.timeOut(61);
        assertThat(window.delays()).containsExactly(80_000L);
    }

    @Test
    void aSlowRoundTripMakesALongTimeOut() {
        window.readAll();
        window.uploads.bench.atMs(100);
        window.acknowledge(401);
        assertThat(window.delays()).containsExactly(300_000L);
    }

    /** SPEC 4.4. */
    @Test
    void twentyTimeOutsInARowEndTheTransfer() {
        window.readAll();
        long now = 0;
        for (int i = 1; i < ArqSender.MAX_TIME_OUTS; i++) {
            now += 1_000;
            window.timeOut(now);
            assertThat(window.sentNow()).containsExactly(1L);
        }
        window.timeOut(now + 1_000);
        assertThat(window.uploads.bench.reports(FileEvent.TransferFailed.class))
                .containsExactly(
                        new FileEvent.TransferFailed(
                                window.uploads.transferId,
                                true,
                                "segment 1 was not acknowledged in 20 tries"));
    }

    @Test
    void aNewAcknowledgementClearsTheCountOfTimeOuts() {
        window.readAll();
        for (int i = 1; i < ArqSender.MAX_TIME_OUTS; i++) {
            window.timeOut(i * 1_000L);
        }
        window.acknowledge(401);
        window.timeOut(30_000);
        assertThat(window.uploads.bench.reports(FileEvent.TransferFailed.class)).isEmpty();
        assertThat(window.sentNow()).containsExactly(401L);
    }

    /**
     * A busy receiver was only late: segments that it has not acknowledged yet are not sent again.
     */
    @Test
    void aTimeOutThatWasTooEarlyIsTakenBack() {
        window.readAll();
        window.timeOut(1_000);
        assertThat(window.sentNow()).containsExactly(1L);
        window.acknowledge(801);
        assertThat(window.readAll()).containsExactly(1_601L, 2_001L);
        window.acknowledge(1_201);
        assertThat(window.readAll()).containsExactly(2_401L);
    }

    /** A segment that really was lost is sent again after the next time-out. */
    @Test
    void aLostSegmentOfASpuriousTimeOutTimesOutAgain() {
        window.readAll();
        window.timeOut(1_000);
        window.acknowledge(801);
        window.readAll();
        window.timeOut(4_000);
        assertThat(window.sentNow()).containsExactly(801L);
    }
}
