package ringside.app.drawing;

/**
 * Draws on the screen or into a file, so that one drawing serves both (WINDOW 16.1). Coordinates
 * are pixels from the upper left corner.
 */
public interface Pen {

    /** The horizontal alignment of a text at its point. */
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    void line(Ink ink, double width, double fromX, double fromY, double toX, double toY);

    /** Draws a dashed line of the given width. */
    void dashes(Ink ink, double width, double fromX, double fromY, double toX, double toY);

    /** Fills a rectangle with slightly rounded corners. */
    void box(Ink ink, double x, double y, double width, double height);

    /** Draws a line of text, vertically centred at its point, {@code size} pixels high. */
    void text(Ink ink, double size, Anchor anchor, double x, double y, String text);
}
