package ringside.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.model.RingState;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;
import ringside.timeline.History;

class ChartsViewModelTest {

    private final History history = new History(entry -> {});
    private final ChartsViewModel model = new ChartsViewModel(history);

    private void tell(long millis, int peer, StatusEvent event) {
        history.add(new StatusEntry(1_000_000_000L + millis * 1_000, new PeerId(peer), event));
    }

    private void ping(int peer, int target, long sequence, long micros) {
        PeerId to = new PeerId(target);
        tell(0, peer, new NeighbourEvent.PingSent(to, sequence, SuccessorRole.FIRST));
        tell(0, peer, new NeighbourEvent.PingAnswered(to, sequence, micros));
    }

    private void look(int peer) {
        RingState now = history.latest();
        model.update(
                now,
                history.last(),
                now.peer(new PeerId(peer)),
                now.transfers().isEmpty() ? null : now.transfers().getLast());
    }

    @Test
    void roundTripsOfTheSelectedPeerAreInMilliseconds() {
        ping(43, 77, 0, 400);
        ping(43, 77, 1, 600);
        look(43);
        assertThat(model.roundTrips())
                .containsExactly(
                        new Curve(
                                "to 77",
                                List.of(new Curve.Point(1, 0.4), new Curve.Point(2, 0.6)),
                                Curve.Line.SOLID));
    }

    @Test
    void anUnknownRoundTripIsNoPointAtZero() {
        tell(0, 43, new NeighbourEvent.PingSent(new PeerId(77), 0, SuccessorRole.FIRST));
        tell(0, 43, NeighbourEvent.PingAnswered.afterUnknownTime(new PeerId(77), 0));
        look(43);
        assertThat(model.roundTrips()).allMatch(curve -> curve.points().isEmpty());
    }

    @Test
    void theRateStandsBesideTheBoundOfStopAndWait() {
        ping(236, 14, 0, 200);
        tell(
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
                        0,
                        TransferPurpose.REQUEST));
        tell(500, 236, new FileEvent.TransferProgress(7, true, 50_000, 125, 0));
        look(43);
        assertThat(model.rates())
                .extracting(Curve::name)
                .containsExactly("2012.pdf", "bound of stop-and-wait");
        assertThat(model.rates().getFirst().points()).containsExactly(new Curve.Point(0.5, 100));
        assertThat(model.rates().getLast().points().getFirst().y()).isEqualTo(2_000);
    }

    @Test
    void hopsAreCountedForEachRequest() {
        FileNumber number = new FileNumber("2012");
        PeerId asker = new PeerId(77);
        tell(
                0,
                77,
                new LookupEvent.LookupSent(1, LookupPurpose.REQUEST, number, new PeerId(104), 1));
        tell(
                1,
                104,
                new LookupEvent.LookupForwarded(1, number, asker, 1, new PeerId(139), false, 0));
        look(77);
        assertThat(model.hops().getFirst().points())
                .containsExactly(
                        new Curve.Point(1, history.latest().lookups().getFirst().hops().size()));
    }

    @Test
    void withNothingToShowThereIsNoCurve() {
        model.update(RingState.EMPTY, 0, Optional.empty(), null);
        assertThat(model.roundTrips()).isEmpty();
        assertThat(model.rates()).isEmpty();
        assertThat(model.heals()).isEmpty();
        assertThat(model.hops()).isEmpty();
    }
}
