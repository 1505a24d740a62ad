package ringside.app.drawing;

/**
 * Draws: on the screen, or into a file. Coordinates are pixels from the upper left corner; one
 * drawing serves both (WINDOW 16.1).
 */
public interface Pen {

    /** Where a text stands at its point. */
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** A line. */
    void line(Ink ink, double width, double fromX, double fromY, double toX, double toY);

    /** A line of dashes. */
    void dashes(Ink ink, double width, double fromX, double fromY, double toX, double toY);

    /** A filled rectangle with slightly round corners. */
    void box(Ink ink, double x, double y, double width, double height);

    /** A line of text, vertically centred at its point, {@code size} pixels high. */
    void text(Ink ink, double size, Anchor anchor, double x, double y, String text);
}
