package ringside.app.ring;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** One edge: its line and its arrowhead, redrawn only when something about it changes. */
final class EdgeNode extends Group {

    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");

    enum Look {
        /** Unchanged for a while. */
        SETTLED,
        /** Its target has just changed: the ring is healing. */
        CHANGED,
        /** Its target cannot answer, or its link is cut. */
        BROKEN
    }

    private final EdgeKind kind;
    private final Polyline line = new Polyline();
    private final Polygon head = new Polygon();
    private RingGeometry geometry = RingGeometry.fitting(0, 0, 0);
    private double from = Double.NaN;
    private double to = Double.NaN;
    private double fromRadius;
    private double toRadius;

    EdgeNode(EdgeKind kind) {
        this.kind = kind;
        getStyleClass().addAll("edge", kind.styleClass());
        line.getStyleClass().add("line");
        head.getStyleClass().add("head");
        setMouseTransparent(true);
        getChildren().addAll(line, head);
    }

    void mark(Look look) {
        pseudoClassStateChanged(BROKEN, look == Look.BROKEN);
        pseudoClassStateChanged(CHANGED, look == Look.CHANGED);
    }

    void setLit(boolean lit) {
        pseudoClassStateChanged(UNLIT, !lit);
    }

    void place(
            RingGeometry itsGeometry,
            double itsFrom,
            double itsTo,
            double itsFromRadius,
            double itsToRadius) {
        if (itsGeometry.equals(geometry)
                && itsFrom == from
                && itsTo == to
                && itsFromRadius == fromRadius
                && itsToRadius == toRadius) {
            return;
        }
        geometry = itsGeometry;
        from = itsFrom;
        to = itsTo;
        fromRadius = itsFromRadius;
        toRadius = itsToRadius;
        draw();
    }

    private void draw() {
        double headLength = headLength();
        List<Point2D> points = kind.curve(geometry, from, to).points(fromRadius + 1, toRadius + 2);
        Shapes.setPoints(line, points);
        Point2D tip = points.getLast();
        Point2D before = tip;
        for (int i = points.size() - 2; i >= 0 && before.distance(tip) < headLength; i--) {
            before = points.get(i);
        }
        drawHead(tip, tip.subtract(before).normalize(), headLength);
    }

    private double headLength() {
        double wanted = kind == EdgeKind.FIRST_SUCCESSOR ? 12 : 7;
        return Math.clamp(toRadius * 0.62, 2.5, wanted);
    }

    private void drawHead(Point2D tip, Point2D direction, double length) {
        Point2D side = new Point2D(-direction.getY(), direction.getX()).multiply(length * 0.45);
        Point2D base = tip.subtract(direction.multiply(length));
        head.getPoints()
                .setAll(
                        tip.getX(),
                        tip.getY(),
                        base.getX() + side.getX(),
                        base.getY() + side.getY(),
                        base.getX() - side.getX(),
                        base.getY() - side.getY());
    }
}
