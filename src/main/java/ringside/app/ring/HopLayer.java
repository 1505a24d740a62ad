package ringside.app.ring;

import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import ringside.app.Pool;
import ringside.model.LookupState.Hop;
import ringside.model.LookupState;
import ringside.status.LookupPurpose;

/**
 * The hops of requests and stores: they light up one by one, numbered, and stay for a moment. On one machine a
 * whole round of the ring is over in milliseconds, so that the hops are shown at a pace to follow.
 */
final class HopLayer extends Group {

    /** Time between two hops lighting up, in microseconds. */
    private static final long PACE_MICROS = 260_000;

    /** How long all hops of an ended lookup stay, in microseconds. */
    private static final long STAY_MICROS = 3_500_000;

    /** How long the way of a lookup without an end stays, in microseconds: three attempts. */
    private static final long OPEN_MICROS = 16_000_000;

    private static final PseudoClass LATEST = PseudoClass.getPseudoClass("latest");

    private final Pool<Polyline> lines = new Pool<>(this, () -> Lines.line("hop"));
    private final Pool<Circle> badges = new Pool<>(this, HopLayer::badge);
    private final Pool<Text> numbers = new Pool<>(this, () -> Lines.text("hop-number"));

    HopLayer() {
        setMouseTransparent(true);
    }

    private static Circle badge() {
        Circle badge = new Circle();
        badge.getStyleClass().add("hop-badge");
        return badge;
    }

    void update(Drawing drawing) {
        lines.begin();
        badges.begin();
        numbers.begin();
        for (LookupState lookup : drawing.state().lookups()) {
            if (lookup.purpose() != LookupPurpose.RETURN) {
                draw(lookup, drawing);
            }
        }
        lines.end();
        badges.end();
        numbers.end();
    }

    private void draw(LookupState lookup, Drawing drawing) {
        List<Hop> hops =
                lookup.hops().stream().sorted(Comparator.comparingInt(Hop::number)).toList();
        long shownUntil =
                lookup.endedAtMicros() == 0
                        ? lookup.startedAtMicros() + OPEN_MICROS
                        : Math.max(
                                        lookup.endedAtMicros(),
                                        lookup.startedAtMicros() + hops.size() * PACE_MICROS)
                                + STAY_MICROS;
        if (drawing.nowMicros() > shownUntil) {
            return;
        }
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            long since =
                    drawing.nowMicros()
                            - Math.max(
                                    hop.atMicros(), lookup.startedAtMicros() + i * PACE_MICROS);
            boolean placed =
                    drawing.places().isPlaced(hop.from()) && drawing.places().isPlaced(hop.to());
            if (since >= 0 && placed && !hop.from().equals(hop.to())) {
                draw(hop, since < PACE_MICROS, drawing);
            }
        }
    }

    private void draw(Hop hop, boolean latest, Drawing drawing) {
        RingCurve curve =
                RingCurve.firstSuccessor(
                        drawing.geometry(),
                        drawing.places().turnOf(hop.from()),
                        drawing.places().turnOf(hop.to()));
        Polyline line = lines.take();
        Lines.setPoints(
                line, curve.points(drawing.radiusOf(hop.from()), drawing.radiusOf(hop.to())));
        line.pseudoClassStateChanged(LATEST, latest);
        if (drawing.peerRadius() < PeerNode.NUMBER_FITS) {
            return;
        }
        Point2D middle = curve.at(0.5);
        Circle badge = badges.take();
        badge.setCenterX(middle.getX());
        badge.setCenterY(middle.getY());
        badge.setRadius(8);
        Text number = numbers.take();
        Lines.setText(number, Integer.toString(hop.number()));
        Lines.centre(number, middle);
    }
}
