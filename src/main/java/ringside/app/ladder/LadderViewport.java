package ringside.app.ladder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ladder.LadderRow;

/**
 * The part of a ladder that is in sight, and its zoom. Immutable.
 *
 * @param width of the view in pixels
 * @param height of the view in pixels
 * @param top the position at the upper edge, in pixels at zoom 1
 * @param zoom magnification, more than 0; 1 is normal size
 * @param hovered the row under the pointer, or null
 */
record LadderViewport(
        double width, double height, double top, double zoom, @Nullable LadderRow hovered) {

    /** Height above the view in which rows are drawn, in pixels: their arrows may slant into it. */
    private static final double SLANT = 120;

    /** Returns the position in the view of a point of the ladder, in pixels. */
    double yOf(double y) {
        return LadderPainter.TOP + (y - top) * zoom;
    }

    /** Returns the point of the ladder at a height of the view, in pixels at zoom 1. */
    double ladderY(double viewY) {
        return top + (viewY - LadderPainter.TOP) / zoom;
    }

    int firstRow(LadderData picture) {
        return rowAt(picture, top - SLANT / zoom);
    }

    /** Returns the row after the last one that may be visible. */
    int endRow(LadderData picture) {
        return rowAt(picture, ladderY(height) + SLANT / zoom);
    }

    /** Returns the first row that begins at or after a height, in pixels at zoom 1. */
    static int rowAt(LadderData picture, double y) {
        List<LadderRow> rows = picture.rows();
        int from = 0;
        int to = rows.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (picture.scale().yOf(rows.get(middle).fromMicros()) < y) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
