package ringside.app.ring;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import ringside.app.base.Pool;
import ringside.model.PeerState;
import ringside.model.TargetPings;
import ringside.status.SuccessorRole;

/**
 * Pings as dots that travel their edges with their sequence numbers, and replies that travel back.
 * The real round trip is too short to see, so the dots are slowed down. Where motion is reduced, a
 * dot stands halfway.
 */
final class PingLayer extends Group {

    /** How long a missed ping stays visible, in microseconds. */
    private static final long MISSED_MICROS = 700_000;

    private static final PseudoClass REPLY = PseudoClass.getPseudoClass("reply");
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final double NUMBER_OFFSET = 10;

    private final RingViewModel model;
    private final Pool<Circle> dots = new Pool<>(this, PingLayer::dot);
    private final Pool<Text> numbers = new Pool<>(this, () -> Shapes.text("ping-number"));

    PingLayer(RingViewModel model) {
        this.model = model;
        setMouseTransparent(true);
    }

    private static Circle dot() {
        Circle dot = new Circle();
        dot.getStyleClass().add("ping-dot");
        return dot;
    }

    void update(DrawingContext drawing) {
        dots.begin();
        numbers.begin();
        boolean first = model.shownProperty(EdgeKind.FIRST_SUCCESSOR).get();
        boolean second = model.shownProperty(EdgeKind.SECOND_SUCCESSOR).get();
        for (PeerState peer : drawing.shown()) {
            for (TargetPings table : peer.pings()) {
                boolean wanted = table.role() == SuccessorRole.FIRST ? first : second;
                boolean lit = drawing.isLit(peer.id()) || drawing.isLit(table.target());
                if (wanted && lit && drawing.isPlaced(table.target())) {
                    draw(peer, table, drawing);
                }
            }
        }
        dots.end();
        numbers.end();
    }

    private void draw(PeerState peer, TargetPings table, DrawingContext drawing) {
        long travel = ShownTraffic.travelMicros(peer.settings());
        PingDot where = PingDot.of(table, drawing.nowMicros(), travel, MISSED_MICROS);
        switch (where.kind()) {
            case NONE -> {}
            case PING, REPLY, MISSED -> place(peer, table, where, drawing);
        }
    }

    private void place(PeerState peer, TargetPings table, PingDot where, DrawingContext drawing) {
        double from = drawing.turnOf(peer.id());
        double to = drawing.turnOf(table.target());
        RingGeometry geometry = drawing.geometryAt(peer.id());
        RingCurve curve =
                table.role() == SuccessorRole.FIRST
                        ? RingCurve.firstSuccessor(geometry, from, to)
                        : RingCurve.secondSuccessor(geometry, from, to);
        RingCurve.Visible part =
                curve.visible(drawing.radiusOf(peer.id()), drawing.radiusOf(table.target()) + 3);
        Point2D point = curve.pointAt(part.shareAt(where.drawnAt(drawing.motion())));
        Circle dot = dots.take();
        dot.setCenterX(point.getX());
        dot.setCenterY(point.getY());
        dot.setRadius(Math.clamp(geometry.peerRadius() * 0.24, 1.8, 4.5));
        mark(dot, where);
        if (drawing.numbersDots(peer.id())) {
            write(table.sentSequence(), point, where, drawing.geometry());
        }
    }

    private void write(long sequence, Point2D point, PingDot where, RingGeometry geometry) {
        Text number = numbers.take();
        Shapes.setText(number, Long.toString(sequence));
        double turn = geometry.turnOf(point.getX(), point.getY());
        double inward = geometry.distanceOf(point.getX(), point.getY()) - NUMBER_OFFSET;
        Point2D anchor = geometry.pointAt(turn, Math.max(0, inward));
        double width = number.getLayoutBounds().getWidth();
        number.setX(anchor.getX() - width * (0.5 + 0.5 * Math.sin(2 * Math.PI * turn)));
        number.setY(anchor.getY());
        number.pseudoClassStateChanged(MISSED, where.kind() == PingDot.Kind.MISSED);
    }

    private static void mark(Circle dot, PingDot where) {
        dot.pseudoClassStateChanged(REPLY, where.kind() == PingDot.Kind.REPLY);
        dot.pseudoClassStateChanged(MISSED, where.kind() == PingDot.Kind.MISSED);
    }
}
