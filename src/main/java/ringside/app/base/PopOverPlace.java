package ringside.app.base;

import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;

/**
 * Where a pop-over stands: beside what it points at, and whole in the window as far as it fits. All
 * lengths are in pixels of the window. Pure.
 *
 * @param x left border
 * @param y upper border
 * @param arrowX tip of its arrow, from the left border; without meaning for {@link Side#OVER}
 */
record PopOverPlace(double x, double y, Side side, double arrowX) {

    /** Space for the arrow, between a pop-over and what it points at. */
    static final double ARROW = 9;

    /** The least distance from the borders of the window. */
    static final double EDGE = 6;

    /** The least distance of the arrow's tip from the corners. */
    private static final double CORNER = 18;

    /** On which side of what it points at a pop-over stands. */
    enum Side {
        BELOW,
        ABOVE,
        /** Over it, without an arrow: there is room on neither side. */
        OVER
    }

    /** Places a pop-over of some size at what it points at. */
    static PopOverPlace at(Bounds anchor, Dimension2D size, Dimension2D window) {
        double height = size.getHeight();
        double below = anchor.getMaxY() + ARROW;
        double above = anchor.getMinY() - ARROW - height;
        double x =
                within(
                        anchor.getCenterX() - size.getWidth() / 2,
                        size.getWidth(),
                        window.getWidth());
        double arrowX =
                Math.clamp(
                        anchor.getCenterX() - x,
                        CORNER,
                        Math.max(CORNER, size.getWidth() - CORNER));
        if (below + height + EDGE <= window.getHeight()) {
            return new PopOverPlace(x, below, Side.BELOW, arrowX);
        }
        if (above >= EDGE) {
            return new PopOverPlace(x, above, Side.ABOVE, arrowX);
        }
        double over = within(anchor.getCenterY() - height / 2, height, window.getHeight());
        return new PopOverPlace(x, over, Side.OVER, arrowX);
    }

    /** Of something longer than the window, the beginning is in sight. */
    private static double within(double wanted, double length, double window) {
        return Math.rint(Math.max(EDGE, Math.min(wanted, window - length - EDGE)));
    }
}
