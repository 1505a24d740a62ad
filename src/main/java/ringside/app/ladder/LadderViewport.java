package ringside.app.ladder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ladder.LadderRow;

/**
 * Which part of a ladder is seen, and how large. Immutable.
 *
 * @param width of the view in pixels
 * @param height of the view in pixels
 * @param top what lies at the upper edge, in pixels at zoom 1
 * @param zoom how much larger than usual, more than 0
 * @param hovered the row under the pointer, or null
 */
record LadderViewport(
        double width, double height, double top, double zoom, @Nullable LadderRow hovered) {

    /** An arrow that begins above the view may end in it: so far above is looked, in pixels. */
    private static final double SLANT = 120;

    /** Where in the view something is, in pixels. */
    double yOf(double y) {
        return LadderDrawing.TOP + (y - top) * zoom;
    }

    /** What is at a height of the view, in pixels at zoom 1. */
    double at(double viewY) {
        return top + (viewY - LadderDrawing.TOP) / zoom;
    }

    /** The first row that can be seen. */
    int firstRow(LadderPicture picture) {
        return rowAt(picture, top - SLANT / zoom);
    }

    /** The row after the last one that can be seen. */
    int endRow(LadderPicture picture) {
        return rowAt(picture, at(height) + SLANT / zoom);
    }

    /** The first row that begins at or after a height, in pixels at zoom 1. */
    static int rowAt(LadderPicture picture, double y) {
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
