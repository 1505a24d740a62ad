package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/**
 * The curve of an edge from one position on the circle to another, in pixels. Inside the circle it
 * is nearly straight if it passes the text in the middle, and bends around the text otherwise.
 * Pure.
 */
public final class RingCurve {

    /** Points per pixel of a curve's length: enough to look round. */
    private static final double POINTS_PER_PIXEL = 1.0 / 9;

    private static final int LEAST_POINTS = 5;
    private static final int MOST_POINTS = 48;

    /**
     * How far first-successor edges bow outward from the straight line, as a share of the radius.
     */
    private static final double FIRST_BOW = 0.02;

    /** How far second-successor edges bow inward, as a share of the radius. */
    private static final double SECOND_BOW = -0.07;

    /** Transfers bow further inward than any edge, as a share of the radius. */
    private static final double TRANSFER_BOW = -0.15;

    /** Distance at which curves pass the discs between their ends, in disc radii. */
    private static final double PASSING = 2.4;

    /**
     * Distance between the lanes around the middle, one per kind of edge, as a share of the radius.
     */
    private static final double LANE_STEP = 0.08;

    /** The distance of the outermost lane from the centre, as a share of the radius. */
    private static final double OUTERMOST_LANE = 0.93;

    /**
     * Distance of the dotted predecessor edges outside the circle: in pixels, and in disc radii.
     */
    private static final double OUTSIDE_PX = 4;

    private static final double OUTSIDE_DISCS = 0.6;

    /** The longest span of a plain bow, in turns; a longer curve must go around the middle. */
    private static final double LONGEST_PLAIN_SPAN = 0.42;

    /**
     * From this span on, in turns, a curve follows the circle, as it has no peers beside it to
     * pass.
     */
    private static final double FOLLOWING_SPAN = 0.75;

    private final RingGeometry geometry;
    private final double from;
    private final double span;
    private final double depth;

    private RingCurve(RingGeometry geometry, double from, double span, double depth) {
        this.geometry = geometry;
        this.from = from;
        this.span = span;
        this.depth = depth;
    }

    /**
     * Returns the curve from a peer clockwise to its first successor, which hops of requests share.
     */
    public static RingCurve firstSuccessor(RingGeometry geometry, double from, double to) {
        double straight = straight(geometry, Turns.clockwise(from, to));
        double bow = FIRST_BOW * geometry.radius();
        double apex = Math.min(straight + bow, geometry.radius());
        return inside(geometry, from, Turns.clockwise(from, to), 2, apex)
                .following(OUTERMOST_LANE * geometry.radius());
    }

    /** Returns the curve from a peer clockwise to its second successor. */
    public static RingCurve secondSuccessor(RingGeometry geometry, double from, double to) {
        double apex =
                Math.min(
                        straight(geometry, Turns.clockwise(from, to))
                                + SECOND_BOW * geometry.radius(),
                        geometry.radius() - PASSING * geometry.peerRadius());
        return inside(geometry, from, Turns.clockwise(from, to), 0, apex)
                .following(
                        Math.min(
                                (OUTERMOST_LANE - LANE_STEP) * geometry.radius(),
                                geometry.radius() - PASSING * geometry.peerRadius()));
    }

    /** Returns the curve from sender to receiver, the shorter way round. */
    public static RingCurve transfer(RingGeometry geometry, double from, double to) {
        double apex =
                straight(geometry, Turns.nearest(from, to)) + TRANSFER_BOW * geometry.radius();
        return inside(geometry, from, Turns.nearest(from, to), 1, apex);
    }

    /** Returns the curve of a shortcut, almost straight, the shorter way round. */
    public static RingCurve shortcut(RingGeometry geometry, double from, double to) {
        return inside(
                geometry,
                from,
                Turns.nearest(from, to),
                1,
                straight(geometry, Turns.nearest(from, to)));
    }

    /** Returns the curve from a peer counter-clockwise to a predecessor, outside the circle. */
    public static RingCurve predecessor(RingGeometry geometry, double from, double to, int order) {
        double back = -Turns.clockwise(to, from);
        return new RingCurve(geometry, from, back, -order * outside(geometry));
    }

    /** Returns how far outside the circle the edges to first predecessors run, in pixels. */
    static double outside(RingGeometry geometry) {
        return OUTSIDE_PX + OUTSIDE_DISCS * geometry.peerRadius();
    }

    /** Returns the distance of a straight line from the centre; 0 for half the circle and more. */
    private static double straight(RingGeometry geometry, double span) {
        return geometry.radius() * Math.cos(Math.PI * Math.min(0.5, Math.abs(span)));
    }

    private static RingCurve inside(
            RingGeometry geometry, double from, double span, int laneSteps, double apex) {
        double lane =
                Math.min(
                        OUTERMOST_LANE * geometry.radius(),
                        geometry.clearance() + laneSteps * LANE_STEP * geometry.radius());
        return new RingCurve(geometry, from, span, geometry.radius() - Math.max(lane, apex));
    }

    /**
     * Returns a curve that comes nearer to the circle the further it spans beyond half of it:
     * around the middle it would look like a circle of its own.
     */
    private RingCurve following(double lane) {
        double share = Math.clamp((Math.abs(span) - 0.5) / (FOLLOWING_SPAN - 0.5), 0, 1);
        double outer = Math.min(depth, geometry.radius() - lane);
        return new RingCurve(geometry, from, span, depth + share * (outer - depth));
    }

    /** Returns a point of the curve, from 0 at its beginning to 1 at its end. */
    public Point2D pointAt(double share) {
        if (depth < 0 || Math.abs(span) > LONGEST_PLAIN_SPAN) {
            return geometry.pointAt(from + share * span, distanceAt(share));
        }
        Point2D begin = geometry.pointAt(from, geometry.radius());
        Point2D end = geometry.pointAt(from + span, geometry.radius());
        Point2D apex = geometry.pointAt(from + span / 2, geometry.radius() - depth);
        Point2D control = apex.multiply(2).subtract(begin.midpoint(end));
        double rest = 1 - share;
        return begin.multiply(rest * rest)
                .add(control.multiply(2 * rest * share))
                .add(end.multiply(share * share));
    }

    /**
     * Returns a parabola over the angle: almost straight for a short curve, round for a long one.
     */
    private double distanceAt(double share) {
        double bow = 4 * share * (1 - share);
        return geometry.radius() - depth * (depth < 0 ? Math.sqrt(bow) : bow);
    }

    /** The part of the curve outside the two peers, as shares of the whole. */
    record Visible(double begin, double end) {
        double shareAt(double share) {
            return begin + (end - begin) * share;
        }
    }

    /** Returns the part outside the discs at both ends, whose radii are in pixels. */
    Visible visible(double fromRadius, double toRadius) {
        double begin = shareAtDistance(fromRadius, false);
        double end = shareAtDistance(toRadius, true);
        return end <= begin ? new Visible(0, 1) : new Visible(begin, end);
    }

    /**
     * Returns the drawn part of the curve, without the parts inside the two peers.
     *
     * @param fromRadius radius of the peer at its beginning, in pixels
     * @param toRadius radius of the peer at its end
     * @return at least two points, from beginning to end
     */
    public List<Point2D> points(double fromRadius, double toRadius) {
        Visible part = visible(fromRadius, toRadius);
        double length = 2 * Math.PI * Math.abs(span) * geometry.radius();
        int steps = (int) Math.clamp(length * POINTS_PER_PIXEL, LEAST_POINTS, MOST_POINTS);
        List<Point2D> points = new ArrayList<>(steps + 1);
        for (int i = 0; i <= steps; i++) {
            points.add(pointAt(part.shareAt((double) i / steps)));
        }
        return points;
    }

    /** Returns where the curve leaves a disc around one of its ends, found by bisection. */
    private double shareAtDistance(double distance, boolean atEnd) {
        Point2D origin = pointAt(atEnd ? 1 : 0);
        double near = 0;
        double far = 0.5;
        for (int i = 0; i < 12; i++) {
            double middle = (near + far) / 2;
            boolean inside = origin.distance(pointAt(atEnd ? 1 - middle : middle)) < distance;
            near = inside ? middle : near;
            far = inside ? far : middle;
        }
        return atEnd ? 1 - far : far;
    }
}
