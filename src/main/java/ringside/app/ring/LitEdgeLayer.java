package ringside.app.ring;

import javafx.scene.Group;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/** The glow under the edge that the chosen event is about. */
final class LitEdgeLayer extends Group {

    private final Polyline glow = Shapes.line("lit-edge");

    LitEdgeLayer() {
        setMouseTransparent(true);
        getChildren().add(glow);
    }

    void update(DrawingContext drawing, @Nullable LitEdge edge) {
        boolean shown =
                edge != null
                        && !edge.from().equals(edge.to())
                        && drawing.positions().isPlaced(edge.from())
                        && drawing.positions().isPlaced(edge.to());
        glow.setVisible(shown);
        if (shown && edge != null) {
            RingCurve curve =
                    RingCurve.firstSuccessor(
                            drawing.geometry(),
                            drawing.positions().turnOf(edge.from()),
                            drawing.positions().turnOf(edge.to()));
            Shapes.setPoints(
                    glow, curve.points(drawing.radiusOf(edge.from()), drawing.radiusOf(edge.to())));
        }
    }
}
