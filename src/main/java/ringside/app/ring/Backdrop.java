package ringside.app.ring;

import static ringside.ring.Circle.IDS_OF_PROCESSES;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;

/**
 * The circle with its ticks, and the arc of ids for which the selected peer or owner is
 * responsible.
 */
final class Backdrop extends Group {

    private static final int TICKS = 16;
    private static final double TICK_FROM = 4;
    private static final double TICK_TO = 9;
    private static final double ARC_OUT = 8;
    private static final int ARC_STEPS = 64;
    private static final PseudoClass OF_FILE = PseudoClass.getPseudoClass("of-file");

    private final Circle circle = new Circle();
    private final List<Line> ticks = new ArrayList<>();
    private final Polyline arc = Shapes.line("range-arc");

    Backdrop() {
        setMouseTransparent(true);
        circle.getStyleClass().add("ring-circle");
        getChildren().add(circle);
        for (int i = 0; i < TICKS; i++) {
            Line tick = new Line();
            tick.getStyleClass().add("tick");
            ticks.add(tick);
            getChildren().add(tick);
        }
        getChildren().add(arc);
    }

    void update(DrawingContext drawing, @Nullable FileNumber file) {
        RingGeometry geometry = drawing.geometry();
        circle.setCenterX(geometry.centreX());
        circle.setCenterY(geometry.centreY());
        circle.setRadius(geometry.radius());
        boolean roomy = drawing.peerRadius() >= PeerNode.NUMBER_FITS;
        for (int i = 0; i < TICKS; i++) {
            double turn =
                    drawing.turnOf(
                            new PeerId(i * IDS_OF_PROCESSES / TICKS).on(drawing.state().circle()));
            Line tick = ticks.get(i);
            tick.setVisible(roomy);
            place(tick, geometry, turn);
        }
        drawArc(drawing, file);
    }

    private static void place(Line tick, RingGeometry geometry, double turn) {
        Point2D from = geometry.pointAt(turn, geometry.radius() + TICK_FROM);
        Point2D to = geometry.pointAt(turn, geometry.radius() + TICK_TO);
        tick.setStartX(from.getX());
        tick.setStartY(from.getY());
        tick.setEndX(to.getX());
        tick.setEndY(to.getY());
    }

    private void drawArc(DrawingContext drawing, @Nullable FileNumber file) {
        PeerId owner = owner(drawing, file);
        PeerState state = owner == null ? null : drawing.shown(owner).orElse(null);
        PeerId predecessor = owner == null ? null : predecessor(drawing, owner);
        arc.setVisible(state != null && state.phase().isAlive() && predecessor != null);
        if (owner == null || predecessor == null || !arc.isVisible()) {
            return;
        }
        arc.pseudoClassStateChanged(OF_FILE, file != null);
        double from = drawing.turnOf(predecessor);
        double span = predecessor.equals(owner) ? 1 : Turns.clockwise(from, drawing.turnOf(owner));
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i <= ARC_STEPS; i++) {
            points.add(
                    drawing.geometry()
                            .pointAt(
                                    from + span * i / ARC_STEPS,
                                    drawing.geometry().radius() + ARC_OUT));
        }
        Shapes.setPoints(arc, points);
    }

    private static @Nullable PeerId owner(DrawingContext drawing, @Nullable FileNumber file) {
        if (file == null) {
            return drawing.selected();
        }
        TreeSet<PeerId> living = new TreeSet<>(drawing.state().health().living());
        return living.isEmpty()
                ? null
                : IdealRing.owner(living, file.hashOn(drawing.state().circle()));
    }

    /**
     * Returns the peer after which a range begins: by the living peers, not by the owner's belief,
     * where all of them are seen.
     */
    private static @Nullable PeerId predecessor(DrawingContext drawing, PeerId owner) {
        if (!drawing.state().health().isWhole()) {
            return drawing.state()
                    .peer(owner)
                    .flatMap(peer -> peer.predecessors().stream().findFirst())
                    .orElse(owner);
        }
        TreeSet<PeerId> living = new TreeSet<>(drawing.state().health().living());
        List<PeerId> before = IdealRing.predecessors(living, owner, 1);
        if (living.isEmpty()) {
            return null;
        }
        return before.isEmpty() ? owner : before.getFirst();
    }
}
