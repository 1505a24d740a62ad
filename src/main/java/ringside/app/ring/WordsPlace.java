package ringside.app.ring;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Finds the place for the words of a peer: outside the circle, beside the peer, nearer to it than
 * to any other, and inside the view. All lengths are in pixels. Pure.
 *
 * @param view the part of the plane that is in sight
 * @param free says what is taken already
 */
record WordsPlace(RingGeometry geometry, Rectangle2D view, FreePlaces free) {

    /** Distance of the words from their peer where there is room. */
    private static final double AIR = 12;

    /** Their least distance from the circle and from their peer, whose arc of misses is in it. */
    static final double LEAST_AIR = 6;

    /** How much nearer they are to their peer than to any other, where there is room. */
    private static final double CLEARLY_NEARER = 8;

    /** The least of that. */
    static final double NEARER = 1;

    /** Steps outwards, and along the circle to both sides, at which they may stand. */
    private static final double STEP = 6;

    private static final int STEPS_OUT = 4;
    private static final int STEPS_ALONG = 6;

    /** A peer as it is drawn: a disc. */
    record Mark(Point2D point, double radius) {

        double distanceTo(Rectangle2D box) {
            return WordsPlace.distance(box, point) - radius;
        }
    }

    /** Words in one or several lines, with their size. */
    record Lines(String text, double width, double height) {}

    /** Lines with the box that they fill. */
    record Place(Lines lines, Rectangle2D box) {

        Point2D middle() {
            return new Point2D(
                    (box.getMinX() + box.getMaxX()) / 2, (box.getMinY() + box.getMaxY()) / 2);
        }
    }

    /**
     * Returns the best place; empty if there is none, or if the peer is not in sight.
     *
     * @param others all other peers that are drawn; none if the words name their peer
     * @param ways the words in one line, in two and so on
     */
    Optional<Place> of(Mark own, List<Mark> others, List<Lines> ways) {
        if (!view.contains(own.point())) {
            return Optional.empty();
        }
        return nearer(CLEARLY_NEARER, own, others, ways)
                .or(() -> nearer(NEARER, own, others, ways));
    }

    private Optional<Place> nearer(double nearer, Mark own, List<Mark> others, List<Lines> ways) {
        for (int along = 0; along <= 2 * STEPS_ALONG; along++) {
            int steps = (along + 1) / 2;
            double slide = along % 2 == 0 ? steps * STEP : -steps * STEP;
            for (Lines lines : ways) {
                for (int out = 0; out < STEPS_OUT; out++) {
                    Rectangle2D box = inView(box(own, lines, AIR + out * STEP, slide));
                    if (isFree(box, nearer, own, others)) {
                        return Optional.of(new Place(lines, box));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the box of words that begin beside their peer: right of it on the right half of the
     * circle, left of it on the left half, and centred at the top and the bottom.
     */
    private Rectangle2D box(Mark own, Lines lines, double air, double slide) {
        double turn = geometry.turnOf(own.point().getX(), own.point().getY());
        double outX = Math.sin(2 * Math.PI * turn);
        double outY = -Math.cos(2 * Math.PI * turn);
        double nearest = geometry.radius() + own.radius() + air;
        double distance = nearest;
        Rectangle2D box = boxAt(turn, distance, outX, outY, lines);
        while (distanceFromCentre(box) < nearest) {
            distance++;
            box = boxAt(turn, distance, outX, outY, lines);
        }
        return moved(box, -outY * slide, outX * slide);
    }

    private Rectangle2D boxAt(double turn, double distance, double outX, double outY, Lines lines) {
        Point2D point = geometry.pointAt(turn, distance);
        return new Rectangle2D(
                point.getX() + (outX - 1) * lines.width() / 2,
                point.getY() + (outY - 1) * lines.height() / 2,
                lines.width(),
                lines.height());
    }

    private Rectangle2D inView(Rectangle2D box) {
        return moved(
                box,
                inside(box.getMinX(), box.getWidth(), view.getMinX(), view.getMaxX()),
                inside(box.getMinY(), box.getHeight(), view.getMinY(), view.getMaxY()));
    }

    /** Returns how far to move a line so that it lies inside another one, as far as it can. */
    private static double inside(double from, double length, double least, double most) {
        return Math.max(least, Math.min(from, most - length)) - from;
    }

    private static Rectangle2D moved(Rectangle2D box, double x, double y) {
        return new Rectangle2D(
                box.getMinX() + x, box.getMinY() + y, box.getWidth(), box.getHeight());
    }

    private boolean isFree(Rectangle2D box, double nearer, Mark own, List<Mark> others) {
        double toOwn = own.distanceTo(box);
        return view.contains(box)
                && toOwn >= LEAST_AIR
                && distanceFromCentre(box) >= geometry.radius() + LEAST_AIR
                && free.isFree(label(box))
                && others.stream().allMatch(other -> other.distanceTo(box) >= toOwn + nearer);
    }

    private static Label label(Rectangle2D box) {
        return new Label(
                "",
                0,
                (box.getMinX() + box.getMaxX()) / 2,
                (box.getMinY() + box.getMaxY()) / 2,
                box.getWidth(),
                box.getHeight());
    }

    private double distanceFromCentre(Rectangle2D box) {
        return distance(box, new Point2D(geometry.centreX(), geometry.centreY()));
    }

    private static double distance(Rectangle2D box, Point2D point) {
        double x = Math.clamp(point.getX(), box.getMinX(), box.getMaxX());
        double y = Math.clamp(point.getY(), box.getMinY(), box.getMaxY());
        return point.distance(x, y);
    }
}
