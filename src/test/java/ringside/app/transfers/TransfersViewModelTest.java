package ringside.app.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.model.RingState;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.PeerEvent;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;

class TransfersViewModelTest {

    private static final PeerId SENDER = new PeerId(236);

    private final TransfersViewModel model = new TransfersViewModel();
    private RingState ring = RingState.EMPTY;
    private long atMicros = 1_000_000;

    private void told(PeerEvent event) {
        atMicros += 500_000;
        ring = ring.after(new StatusEntry(atMicros, SENDER, event));
        model.update(ring);
    }

    private void start(long id) {
        told(
                new FileEvent.TransferStarted(
                        id,
                        true,
                        new PeerId(43),
                        FileName.parse("2012.pdf"),
                        10_000,
                        0,
                        400,
                        1,
                        0.1,
                        TransferPurpose.REQUEST));
    }

    @Test
    void aRowFollowsItsTransferToTheEnd() {
        start(1);
        TransferRow row = model.rows().getFirst();
        assertThat(row.title()).isEqualTo("2012.pdf   236 \u2192 43");
        told(new FileEvent.TransferProgress(1, true, 5_000, 13, 2));
        assertThat(row.progressProperty().get()).isEqualTo(0.5);
        assertThat(row.detailProperty().get())
                .isEqualTo("50 % · 10 kB/s · 0 s left · 2 retransmissions");
        told(new FileEvent.TransferDone(1, true, 10_000, 27, 2));
        assertThat(model.rows()).containsExactly(row);
        assertThat(row.detailProperty().get())
                .isEqualTo("Done: 10 kB in 1.0 s · 10 kB/s · 2 retransmissions");
    }

    @Test
    void endedTransfersStayUntilTheyAreClearedAndRunningOnesStayThen() {
        start(1);
        told(new FileEvent.TransferFailed(1, true, "Nobody answered."));
        start(2);
        assertThat(model.rows()).hasSize(2);
        model.clearEnded();
        assertThat(model.rows()).hasSize(1);
        told(new FileEvent.TransferProgress(2, true, 400, 1, 0));
        assertThat(model.rows()).hasSize(1);
        assertThat(model.rows().getFirst().stateProperty().get().transferId()).isEqualTo(2);
    }
}
