package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/**
 * Finds places for words on curved ways: as near to the middle of a way as nothing else is written.
 * For one frame.
 */
final class WordPlaces {

    /** How far along its way words may move from the middle, as a share of the way. */
    private static final double FARTHEST = 0.32;

    /** Steps in which they look for a free place, as a share of the way. */
    private static final double STEP = 0.02;

    private final List<Label> taken = new ArrayList<>();

    /** Keeps a place free. */
    void keep(Label box) {
        taken.add(box);
    }

    /**
     * Takes a place; the middle of the way when there is no free one.
     *
     * @param key of the words
     * @param width of their box in pixels
     * @param height of their box in pixels
     * @return the middle of the box
     */
    Point2D take(String key, RingCurve way, double width, double height) {
        Label chosen = box(key, way.at(0.5), width, height);
        for (double off = 0; off <= FARTHEST; off += STEP) {
            Label before = box(key, way.at(0.5 - off), width, height);
            Label after = box(key, way.at(0.5 + off), width, height);
            if (isFree(before) || isFree(after)) {
                chosen = isFree(before) ? before : after;
                break;
            }
        }
        taken.add(chosen);
        return new Point2D(chosen.x(), chosen.y());
    }

    private static Label box(String key, Point2D at, double width, double height) {
        return new Label(key, 0, at.getX(), at.getY(), width, height);
    }

    private boolean isFree(Label box) {
        return taken.stream().noneMatch(box::collidesWith);
    }
}
