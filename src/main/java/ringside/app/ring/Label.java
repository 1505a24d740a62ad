package ringside.app.ring;

/**
 * A label that wants a place: the middle and the size of its box in pixels.
 *
 * @param importance the higher is placed before the lower
 * @param key what it belongs to
 */
record Label(String key, int importance, double x, double y, double width, double height) {

    /** Air that two labels keep between them, in pixels. */
    private static final double AIR = 2;

    boolean collidesWith(Label other) {
        return Math.abs(x - other.x) < (width + other.width) / 2 + AIR
                && Math.abs(y - other.y) < (height + other.height) / 2 + AIR;
    }
}
