package ringside.app.ring;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Pool;
import ringside.model.PeerState;
import ringside.ring.FileNumber;
import ringside.status.HeldFile;

/**
 * Marks the holders of the selected file: a full diamond at its owner, a hollow one at each copy.
 */
final class HolderLayer extends Group {

    private static final double SIDE = 9;
    private static final double IN = 11;
    private static final PseudoClass REPLICA = PseudoClass.getPseudoClass("replica");

    private final Pool<Rectangle> marks = new Pool<>(this, HolderLayer::mark);

    HolderLayer() {
        setMouseTransparent(true);
    }

    private static Rectangle mark() {
        Rectangle mark = new Rectangle(SIDE, SIDE);
        mark.setRotate(45);
        mark.getStyleClass().add("holder-mark");
        return mark;
    }

    void update(DrawingContext drawing, @Nullable FileNumber file) {
        marks.begin();
        if (file != null) {
            for (PeerState peer : drawing.shown()) {
                if (peer.phase().isAlive() && drawing.isPlaced(peer.id())) {
                    peer.files().stream()
                            .filter(held -> held.name().number().equals(file))
                            .forEach(held -> place(peer, held, drawing));
                }
            }
        }
        marks.end();
    }

    private void place(PeerState peer, HeldFile held, DrawingContext drawing) {
        double in = drawing.geometry().radius() - drawing.peerRadiusAt(peer.id()) - IN;
        Point2D point = drawing.geometry().pointAt(drawing.turnOf(peer.id()), in);
        Rectangle mark = marks.take();
        mark.setX(point.getX() - SIDE / 2);
        mark.setY(point.getY() - SIDE / 2);
        mark.pseudoClassStateChanged(REPLICA, !held.owned());
    }
}
