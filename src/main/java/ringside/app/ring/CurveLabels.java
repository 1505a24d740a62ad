package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/**
 * Places texts on curves, each as near to the middle of its curve as there is space. For one frame.
 */
final class CurveLabels {

    /** How far along the curve a text may move from the middle, as a share of its length. */
    private static final double FARTHEST = 0.32;

    /** Step between the positions to try, as a share of the length. */
    private static final double STEP = 0.02;

    private final List<Label> taken = new ArrayList<>();

    void keep(Label box) {
        taken.add(box);
    }

    /**
     * Takes a place on a curve; its middle when there is no free place.
     *
     * @param key of the text
     * @param width of its box in pixels
     * @param height of its box in pixels
     * @return the middle of the box
     */
    Point2D take(String key, RingCurve way, double width, double height) {
        Label chosen = box(key, way.pointAt(0.5), width, height);
        for (double off = 0; off <= FARTHEST; off += STEP) {
            Label before = box(key, way.pointAt(0.5 - off), width, height);
            Label after = box(key, way.pointAt(0.5 + off), width, height);
            boolean isFree = before.isClearOf(taken);
            if (isFree || after.isClearOf(taken)) {
                chosen = isFree ? before : after;
                break;
            }
        }
        taken.add(chosen);
        return new Point2D(chosen.x(), chosen.y());
    }

    private static Label box(String key, Point2D point, double width, double height) {
        return new Label(key, 0, point.getX(), point.getY(), width, height);
    }
}
