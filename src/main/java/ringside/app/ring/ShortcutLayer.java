package ringside.app.ring;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Pool;
import ringside.model.ShortcutEntry;
import ringside.model.ShortcutEntry.Verdict;
import ringside.ring.PeerId;

/**
 * The shortcuts of the peer that is looked at: the one under the pointer, or else the selected one.
 * The farther a shortcut leads, the thinner it is.
 */
final class ShortcutLayer extends Group {

    /** Width of the nearest shortcut, in pixels. */
    private static final double WIDEST = 2.6;

    /** How much thinner each next power of two is, in pixels. */
    private static final double THINNER = 0.25;

    /** Radius of the dot at a shortcut's end, in pixels. */
    private static final double DOT = 3;

    private final Pool<Polyline> lines = new Pool<>(this, () -> Shapes.line("shortcut"));
    private final Pool<Circle> dots = new Pool<>(this, ShortcutLayer::dot);

    private final ObservableBooleanValue isShown;

    /** Creates the layer, which is empty while shortcuts are switched off. */
    ShortcutLayer(ObservableBooleanValue isShown) {
        this.isShown = isShown;
        setId("shortcuts");
        setMouseTransparent(true);
    }

    private static Circle dot() {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add("shortcut-end");
        return dot;
    }

    void update(DrawingContext drawing) {
        lines.begin();
        dots.begin();
        PeerId from = drawing.hovered() == null ? drawing.selected() : drawing.hovered();
        if (isShown.get() && from != null && drawing.isPlaced(from)) {
            List<ShortcutEntry> table = ShortcutEntry.tableOf(from, drawing.state());
            TreeMap<PeerId, Integer> nearest = new TreeMap<>();
            for (int exponent = 0; exponent < table.size(); exponent++) {
                @Nullable PeerId to = table.get(exponent).peer();
                if (to != null && drawing.isPlaced(to) && !to.equals(from)) {
                    nearest.putIfAbsent(to, exponent);
                }
            }
            nearest.forEach((to, exponent) -> draw(from, to, exponent, table, drawing));
        }
        lines.end();
        dots.end();
    }

    private void draw(
            PeerId from,
            PeerId to,
            int exponent,
            List<ShortcutEntry> table,
            DrawingContext drawing) {
        List<Point2D> points =
                drawing.shortcut(from, to).points(drawing.radiusOf(from), drawing.radiusOf(to) + 2);
        Verdict verdict = worst(to, table);
        Polyline line = lines.take();
        Shapes.setPoints(line, points);
        line.setStrokeWidth(WIDEST - THINNER * exponent);
        Circle dot = dots.take();
        dot.setCenterX(points.getLast().getX());
        dot.setCenterY(points.getLast().getY());
        for (Verdict each : Verdict.values()) {
            PseudoClass look = PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT));
            line.pseudoClassStateChanged(look, each == verdict);
            dot.pseudoClassStateChanged(look, each == verdict);
        }
    }

    /** Several starts may lead to one peer, right for some of them and stale for others. */
    private static Verdict worst(PeerId to, List<ShortcutEntry> table) {
        return table.stream()
                .filter(entry -> to.equals(entry.peer()))
                .map(ShortcutEntry::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.RIGHT);
    }
}
