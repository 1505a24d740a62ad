package ringside.app.ring;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;

/** The glow under the edge or the transfer that the chosen event is about. */
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
                        && drawing.isPlaced(edge.from())
                        && drawing.isPlaced(edge.to());
        glow.setVisible(shown);
        if (shown && edge != null) {
            LitEdge ordered =
                    edge.inOrderOfTheRing(id ->
                            drawing.state().peer(id).map(PeerState::successors).orElse(List.of()));
            Shapes.setPoints(
                    glow,
                    curve(ordered, drawing)
                            .points(
                                    drawing.radiusOf(ordered.from()),
                                    drawing.radiusOf(ordered.to())));
        }
    }

    private static RingCurve curve(LitEdge edge, DrawingContext drawing) {
        return switch (edge.way()) {
            case RING -> drawing.edge(edge.from(), edge.to());
            case TRANSFER ->
                    RingCurve.transfer(
                            drawing.geometry(),
                            drawing.turnOf(edge.from()),
                            drawing.turnOf(edge.to()));
        };
    }
}
