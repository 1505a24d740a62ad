package ringside.app.ring;

import javafx.geometry.Point2D;

/**
 * Where the circle lies in a view, in pixels. Angles are turns: 0 at the top, growing clockwise, 1
 * is once around (WINDOW 2.1). Pure.
 *
 * @param radius of the circle on which the peers sit
 * @param peerRadius of a living peer's disc
 */
public record RingGeometry(double centreX, double centreY, double radius, double peerRadius) {

    /** Room around the circle for labels, dotted edges and the words beside a peer, in pixels. */
    static final double MARGIN = 66;

    /** A circle never gets smaller than this, in pixels: the middle's words need room. */
    static final double SMALLEST_RADIUS = 60;

    /** Half the width of the words in the middle, with some air, in pixels. */
    private static final double MIDDLE_HALF_WIDTH = 98;

    /** No curve comes nearer to the centre than this share of the radius, however large. */
    private static final double NEAREST_SHARE = 0.46;

    /** Above this share there would be no room left for curves inside the circle. */
    private static final double FARTHEST_SHARE = 0.80;

    /** A living peer's disc in a ring with room, in pixels. */
    static final double LARGEST_PEER = 19;

    /** Discs get no smaller: they could not be clicked, in pixels. */
    private static final double SMALLEST_PEER = 2.5;

    /** Share of the way from peer to peer that half a disc takes. */
    private static final double FILLED = 0.32;

    /**
     * The largest circle that fits a view of that size.
     *
     * @param peers how many there are to draw
     */
    public static RingGeometry fitting(double width, double height, int peers) {
        double radius = Math.max(SMALLEST_RADIUS, Math.min(width, height) / 2 - MARGIN);
        return around(width / 2, height / 2, radius, peers);
    }

    private static RingGeometry around(double x, double y, double radius, int peers) {
        double each = 2 * Math.PI * radius / Math.max(1, peers);
        double peerRadius = Math.clamp(each * FILLED, SMALLEST_PEER, LARGEST_PEER);
        return new RingGeometry(x, y, radius, peerRadius);
    }

    /** The same, enlarged around its centre and then moved, in pixels. */
    RingGeometry zoomed(double zoom, double moveX, double moveY, int peers) {
        return around(centreX + moveX, centreY + moveY, radius * zoom, peers);
    }

    /** The point at a turn, that far from the centre. */
    public Point2D at(double turn, double distance) {
        double angle = 2 * Math.PI * turn;
        return new Point2D(
                centreX + distance * Math.sin(angle), centreY - distance * Math.cos(angle));
    }

    /** The turn of a point, 0 up to 1. */
    public double turnOf(double x, double y) {
        return Turns.wrap(Math.atan2(x - centreX, centreY - y) / (2 * Math.PI));
    }

    /** How far a point is from the centre, in pixels. */
    public double distanceOf(double x, double y) {
        return Math.hypot(x - centreX, y - centreY);
    }

    /** Length of the circle in pixels. */
    public double circumference() {
        return 2 * Math.PI * radius;
    }

    /** The distance from the centre that curves keep, so that they never cross the middle. */
    public double clearance() {
        return Math.clamp(MIDDLE_HALF_WIDTH, NEAREST_SHARE * radius, FARTHEST_SHARE * radius);
    }
}
