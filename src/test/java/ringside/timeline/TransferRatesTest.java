package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

class TransferRatesTest {

    private final History history = new History(entry -> {});

    private void start() {
        history.add(
                Story.entry(
                        0,
                        236,
                        new FileEvent.TransferStarted(
                                7,
                                true,
                                new PeerId(43),
                                FileName.parse("2012.pdf"),
                                100_000,
                                0,
                                400,
                                1,
                                0.1,
                                TransferPurpose.REQUEST)));
    }

    private void progress(long millis, int peer, long id, boolean sending, long bytes) {
        history.add(
                Story.entry(
                        millis * 1_000,
                        peer,
                        new FileEvent.TransferProgress(id, sending, bytes, 1, 0)));
    }

    @Test
    void aRateAveragesAcknowledgedBytesOverAtLeastAFifthOfASecond() {
        start();
        progress(100, 236, 7, true, 10_000);
        progress(500, 236, 7, true, 50_000);
        progress(1_500, 236, 7, true, 60_000);
        assertThat(
                        TransferRates.of(
                                history.latest().transfers().getFirst(), history, history.last()))
                .containsExactly(
                        new TransferRates.Point(0.5, 100_000),
                        new TransferRates.Point(1.5, 10_000));
    }

    @Test
    void otherTransfersAndTheReceiverAreIgnored() {
        start();
        progress(500, 43, 7, false, 50_000);
        progress(600, 236, 8, true, 50_000);
        assertThat(
                        TransferRates.of(
                                history.latest().transfers().getFirst(), history, history.last()))
                .isEmpty();
    }

    @Test
    void laterProgressIsNotShown() {
        start();
        progress(500, 236, 7, true, 50_000);
        assertThat(TransferRates.of(history.latest().transfers().getFirst(), history, 1)).isEmpty();
    }

    @Test
    void stopAndWaitSendsOneSegmentPerRoundTripAndWaitsASecondPerLoss() {
        assertThat(TransferRates.stopAndWaitBound(400, 200, 0, 1_000_000))
                .isCloseTo(2_000_000, within(1.0));
        assertThat(TransferRates.stopAndWaitBound(400, 200, 0.1, 1_000_000))
                .isCloseTo(400 / (0.0002 + 0.111111), within(1.0));
    }
}
