package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import ringside.ring.PeerId;

/**
 * The spiral on which all ids lie when an id is drawn at its angle and at the logarithm of what is
 * left from it to a hash: each circle inwards has half as much left, and the owner is the middle.
 * Pure.
 *
 * @param circle its middle
 * @param radius of the whole circle's distance, in pixels
 * @param hash to which it leads
 * @param turns tells where an id is drawn, in turns
 */
record Spiral(RingGeometry circle, double radius, PeerId hash, ToDoubleFunction<PeerId> turns) {

    /** Points on a part of the spiral from one circle to the next: enough to look round. */
    private static final int POINTS_PER_HALVING = 32;

    private static final int LEAST_POINTS = 4;

    /** Between two points so near, as a share of a part, the spiral is straight. */
    private static final double NEAR = 0.02;

    /** Returns the powers of two that have a circle, the innermost first. */
    List<Long> circles() {
        return IntStream.range(0, hash.circle().bits())
                .mapToObj(exponent -> 1L << exponent)
                .toList();
    }

    /**
     * Returns the distance from the middle at which so much is left, in pixels.
     *
     * @param left in ids, 0 to the whole circle
     */
    double radiusAt(double left) {
        int halvings = hash.circle().bits() + 1;
        return radius * (left < 1 ? left : log2(left) + 1) / halvings;
    }

    /** Returns the distance between two circles, in pixels. */
    double step() {
        return radiusAt(1);
    }

    /** Returns the point at which so many ids are left. */
    Point2D pointAt(double left) {
        return circle.pointAt(turnAt(Math.max(1, left)), radiusAt(left));
    }

    /** Returns a part of the spiral, from more that is left to less. */
    List<Point2D> points(double from, double to) {
        double begin = place(from);
        double end = place(to);
        int steps = Math.max(LEAST_POINTS, (int) Math.ceil((begin - end) * POINTS_PER_HALVING));
        List<Point2D> points = new ArrayList<>(steps + 1);
        for (int i = 0; i <= steps; i++) {
            points.add(pointAt(left(begin + (end - begin) * i / steps)));
        }
        return points;
    }

    /** Returns the middle of a part of the spiral, between its circles. */
    Point2D between(double from, double to, double share) {
        return pointAt(left(place(from) + (place(to) - place(from)) * share));
    }

    /** Returns the direction to the right of its way, one pixel long. */
    Point2D inwards(double from, double to, double share) {
        Point2D way =
                between(from, to, Math.min(1, share + NEAR))
                        .subtract(between(from, to, Math.max(0, share - NEAR)))
                        .normalize();
        return new Point2D(-way.getY(), way.getX());
    }

    /** Returns how many circles lie within a distance; between two circles, a fraction. */
    private double place(double left) {
        return left < 1 ? left : log2(left) + 1;
    }

    private static double left(double place) {
        return place < 1 ? place : Math.pow(2, place - 1);
    }

    private double turnAt(double left) {
        long whole = (long) left;
        double here = turns.applyAsDouble(before(whole));
        double next = turns.applyAsDouble(before(whole + 1));
        return here + (left - whole) * Turns.nearest(here, next);
    }

    private PeerId before(long left) {
        return hash.plus(-left);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
