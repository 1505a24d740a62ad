package ringside.app.ring;

import javafx.geometry.Point2D;

/**
 * The position of the circle in a view, in pixels. Angles are turns: 0 at the top, growing
 * clockwise, 1 is once around (WINDOW 2.1). Pure.
 *
 * @param radius of the circle on which the peers sit
 * @param peerRadius of a living peer's disc
 */
public record RingGeometry(double centreX, double centreY, double radius, double peerRadius) {

    /** Space at the sides of the circle, where texts are longest, in pixels. */
    private static final double ASIDE = 84;

    /** Space above and below the circle for dotted edges, files and their numbers, in pixels. */
    static final double ABOVE = 46;

    /** More space for the numbers of peers whose discs are too small for them, in pixels. */
    private static final double NUMBERS = 16;

    /** The least radius of a circle, in pixels: the text in the middle needs space. */
    static final double SMALLEST_RADIUS = 60;

    /** Half the width of the text in the middle, with padding, in pixels. */
    private static final double MIDDLE_HALF_WIDTH = 116;

    /**
     * The least distance of curves from the centre, as a share of the radius, however large it is.
     */
    private static final double NEAREST_SHARE = 0.46;

    /**
     * The greatest distance that curves keep from the centre, to leave them space inside the
     * circle.
     */
    private static final double FARTHEST_SHARE = 0.80;

    /** The radius of a living peer's disc in an uncrowded ring, in pixels. */
    static final double LARGEST_PEER = 19;

    /** The least radius of a disc that can still be clicked, in pixels. */
    private static final double SMALLEST_PEER = 2.5;

    /** The radius of a disc, as a share of the distance between neighbouring peers. */
    private static final double FILLED = 0.32;

    /** Returns the largest circle for a number of peers that fits a view of the given size. */
    public static RingGeometry fitting(double width, double height, int peers) {
        double crowded = fitting(width, height, peers, ABOVE + NUMBERS).peerRadius();
        double smallness = (LARGEST_PEER - crowded) / (LARGEST_PEER - PeerNode.NUMBER_FITS);
        return fitting(width, height, peers, ABOVE + NUMBERS * Math.clamp(smallness, 0, 1));
    }

    private static RingGeometry fitting(double width, double height, int peers, double above) {
        double radius = Math.min(width / 2 - ASIDE, height / 2 - above);
        return around(width / 2, height / 2, Math.max(SMALLEST_RADIUS, radius), peers);
    }

    /** Returns a smaller circle, with so much more space around it, in pixels. */
    RingGeometry smallerBy(double space, int peers) {
        return around(centreX, centreY, Math.max(SMALLEST_RADIUS, radius - space), peers);
    }

    private static RingGeometry around(double x, double y, double radius, int peers) {
        double each = 2 * Math.PI * radius / Math.max(1, peers);
        return new RingGeometry(x, y, radius, discRadius(each));
    }

    /** Returns the radius of the discs of peers that stand some distance apart, in pixels. */
    private static double discRadius(double apart) {
        return Math.clamp(apart * FILLED, SMALLEST_PEER, LARGEST_PEER);
    }

    /** Returns this circle enlarged around its centre and then moved, in pixels. */
    RingGeometry zoomed(double zoom, double moveX, double moveY, int peers) {
        return around(centreX + moveX, centreY + moveY, radius * zoom, peers);
    }

    /** Returns the same circle with discs for a number of peers around it. */
    RingGeometry crowdedBy(double peers) {
        return new RingGeometry(centreX, centreY, radius, discRadius(circumference() / peers));
    }

    /** Returns the point at a turn and a distance from the centre. */
    public Point2D pointAt(double turn, double distance) {
        double angle = 2 * Math.PI * turn;
        return new Point2D(
                centreX + distance * Math.sin(angle), centreY - distance * Math.cos(angle));
    }

    /** Returns the turn of a point, 0 up to 1. */
    public double turnOf(double x, double y) {
        return Turns.wrap(Math.atan2(x - centreX, centreY - y) / (2 * Math.PI));
    }

    /** Returns the distance of a point from the centre, in pixels. */
    public double distanceOf(double x, double y) {
        return Math.hypot(x - centreX, y - centreY);
    }

    /** Returns the length of the circle in pixels. */
    public double circumference() {
        return 2 * Math.PI * radius;
    }

    /**
     * Returns the distance from the centre that curves keep, so that they never cross the middle.
     */
    public double clearance() {
        return Math.clamp(MIDDLE_HALF_WIDTH, NEAREST_SHARE * radius, FARTHEST_SHARE * radius);
    }
}
