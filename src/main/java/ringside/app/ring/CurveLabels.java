package ringside.app.ring;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/**
 * Places texts on curves, each as near to the middle of its curve as there is space, or else beside
 * it, towards the middle of the circle. For one frame.
 */
final class CurveLabels {

    /** How far along the curve a text may move from the middle, as a share of its length. */
    private static final double FARTHEST = 0.32;

    /** Step between the positions to try, as a share of the length. */
    private static final double STEP = 0.02;

    /** How many of its heights a text may stand beside its curve. */
    private static final int MOST_ROWS = 8;

    private final Point2D centre;
    private final FreePlaces free;

    /** Looks for places inside a circle. */
    CurveLabels(RingGeometry circle, FreePlaces free) {
        this.free = free;
        centre = new Point2D(circle.centreX(), circle.centreY());
    }

    /**
     * Takes a place on a curve or beside it; its middle when there is no free place.
     *
     * @param key of the text
     * @param width of its box in pixels
     * @param height of its box in pixels
     * @return the middle of the box
     */
    Point2D take(String key, RingCurve way, double width, double height) {
        Label middle = box(key, way.pointAt(0.5), width, height);
        Optional<Label> found =
                free.take(Stream.concat(onCurve(key, way, width, height), beside(middle)));
        if (found.isEmpty()) {
            free.keep(middle);
        }
        Label chosen = found.orElse(middle);
        return new Point2D(chosen.x(), chosen.y());
    }

    private static Stream<Label> onCurve(String key, RingCurve way, double width, double height) {
        return IntStream.rangeClosed(0, (int) (FARTHEST / STEP))
                .mapToObj(step -> Stream.of(0.5 - step * STEP, 0.5 + step * STEP))
                .flatMap(both -> both.map(at -> box(key, way.pointAt(at), width, height)));
    }

    /** Returns places from a box towards the centre, a row at a time. */
    private Stream<Label> beside(Label middle) {
        Point2D at = new Point2D(middle.x(), middle.y());
        Point2D row = centre.subtract(at).normalize().multiply(middle.height());
        return IntStream.rangeClosed(1, MOST_ROWS)
                .mapToObj(rows -> at.add(row.multiply(rows)))
                .map(point -> box(middle.key(), point, middle.width(), middle.height()));
    }

    private static Label box(String key, Point2D point, double width, double height) {
        return new Label(key, 0, point.getX(), point.getY(), width, height);
    }
}
