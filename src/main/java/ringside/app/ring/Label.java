package ringside.app.ring;

import java.util.Collection;

/**
 * A label to be placed: the middle and the size of its box in pixels.
 *
 * @param importance labels of higher importance are placed first
 * @param key identifies its subject
 */
record Label(String key, int importance, double x, double y, double width, double height) {

    /** Minimum distance between two labels, in pixels. */
    private static final double AIR = 2;

    boolean isClearOf(Collection<Label> others) {
        return others.stream().noneMatch(this::collidesWith);
    }

    boolean collidesWith(Label other) {
        return Math.abs(x - other.x) < (width + other.width) / 2 + AIR
                && Math.abs(y - other.y) < (height + other.height) / 2 + AIR;
    }
}
