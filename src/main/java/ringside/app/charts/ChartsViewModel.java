package ringside.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.charts.Curve.Line;
import ringside.app.charts.Curve.Point;
import ringside.model.LookupState;
import ringside.model.PeerState;
import ringside.model.RingHealth.Cause;
import ringside.model.RingHealth.Heal;
import ringside.model.RingState;
import ringside.model.TargetPings;
import ringside.model.TransferState;
import ringside.status.LookupPurpose;
import ringside.timeline.History;
import ringside.timeline.TransferRates;

/**
 * The data of the charts at the moment shown: round trips of the selected peer, the rate of the
 * selected transfer beside the bound of stop-and-wait, heals, and hops. JavaFX thread only.
 */
public final class ChartsViewModel {

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double BYTES_PER_KILOBYTE = 1e3;

    /** How long stop-and-wait waits for an acknowledgement (SPEC 4.2). */
    private static final long TIME_OUT_MICROS = 1_000_000;

    private final History history;
    private RingState shown = RingState.EMPTY;
    private Optional<PeerState> peer = Optional.empty();
    private @Nullable TransferState transfer;
    private int position;

    /** Creates a model of an empty ring, with nothing selected. */
    public ChartsViewModel(History history) {
        this.history = history;
    }

    /** Takes over what the window shows, once a frame; the curves are computed only on request. */
    public void update(
            RingState ring,
            int shownPosition,
            Optional<PeerState> selectedPeer,
            @Nullable TransferState selectedTransfer) {
        shown = ring;
        position = shownPosition;
        peer = selectedPeer;
        transfer = selectedTransfer;
    }

    /** The last round trips to each successor of the selected peer, in milliseconds. */
    public List<Curve> roundTrips() {
        List<TargetPings> pings = peer.map(PeerState::pings).orElse(List.of());
        return pings.stream()
                .map(table ->
                        numbered(
                                Texts.text("charts.to", table.target()),
                                table.roundTripsMicros(),
                                MICROS_PER_MILLI,
                                table.equals(pings.getFirst()) ? Line.SOLID : Line.DASHED))
                .toList();
    }

    /** The rate of the selected transfer in kB/s, second by second, and the stop-and-wait bound. */
    public List<Curve> rates() {
        TransferState looked = transfer;
        if (looked == null) {
            return List.of();
        }
        List<Point> points =
                TransferRates.of(looked, history, position).stream()
                        .map(p -> new Point(p.seconds(), p.bytesPerSecond() / BYTES_PER_KILOBYTE))
                        .toList();
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(Texts.text("charts.rate", looked.file()), points, Line.SOLID));
        if (!points.isEmpty()) {
            roundTripMicros(looked)
                    .ifPresent(micros -> curves.add(bound(looked, micros, points.getLast().x())));
        }
        return curves;
    }

    /**
     * Returns the shortest recent round trip from the sender: on one machine all lines are alike.
     */
    private Optional<Double> roundTripMicros(TransferState looked) {
        return shown.peer(looked.sender()).stream()
                .flatMap(sender -> sender.pings().stream())
                .map(TargetPings::roundTripsMicros)
                .filter(trips -> !trips.isEmpty())
                .map(trips -> trips.stream().mapToLong(trip -> trip).min().orElse(1))
                .map(Long::doubleValue)
                .min(Double::compare);
    }

    private static Curve bound(TransferState looked, double roundTripMicros, double until) {
        double bound =
                TransferRates.stopAndWaitBound(
                                looked.mss(),
                                roundTripMicros,
                                Math.min(looked.loss(), 0.99),
                                TIME_OUT_MICROS)
                        / BYTES_PER_KILOBYTE;
        return new Curve(
                Texts.text("charts.bound"),
                List.of(new Point(0, bound), new Point(until, bound)),
                Line.DASHED);
    }

    /** How long each heal of the session took, in seconds, in order. */
    public List<Curve> heals() {
        List<Long> took =
                shown.health().heals().stream()
                        .filter(heal -> heal.healing().cause() != Cause.STARTED)
                        .map(Heal::tookMicros)
                        .toList();
        return took.isEmpty()
                ? List.of()
                : List.of(
                        numbered(Texts.text("charts.heals"), took, MICROS_PER_SECOND, Line.SOLID));
    }

    /** How many hops each request took to its owner, in order. */
    public List<Curve> hops() {
        List<Long> hops =
                shown.lookups().stream()
                        .filter(lookup -> lookup.purpose() == LookupPurpose.REQUEST)
                        .map(LookupState::hops)
                        .map(all -> (long) all.size())
                        .toList();
        return hops.isEmpty()
                ? List.of()
                : List.of(numbered(Texts.text("charts.hops"), hops, 1, Line.SOLID));
    }

    private static Curve numbered(String name, List<Long> values, double unit, Line line) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new Point(i + 1, values.get(i) / unit));
        }
        return new Curve(name, points, line);
    }
}
