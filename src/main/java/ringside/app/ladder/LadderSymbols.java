package ringside.app.ladder;

import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;

/** The symbols of a ladder, drawn the same way in it and in its legend. */
final class LadderSymbols {

    /** Font size in pixels. */
    static final double FONT = 11;

    private static final double BRACKET_FOOT = 9;
    private static final double CROSS = 4;
    private static final double HEAD_LENGTH = 7;
    private static final double HEAD_HALF = 2.6;

    private LadderSymbols() {}

    /** Draws an arrow of something that arrives. */
    static void arrow(Pen pen, Ink ink, double fromX, double fromY, double toX, double toY) {
        pen.line(ink, 1.6, fromX, fromY, toX, toY);
        double length = Math.hypot(toX - fromX, toY - fromY);
        double alongX = (toX - fromX) / length;
        double alongY = (toY - fromY) / length;
        double baseX = toX - HEAD_LENGTH * alongX;
        double baseY = toY - HEAD_LENGTH * alongY;
        pen.line(ink, 1.4, toX, toY, baseX - HEAD_HALF * alongY, baseY + HEAD_HALF * alongX);
        pen.line(ink, 1.4, toX, toY, baseX + HEAD_HALF * alongY, baseY - HEAD_HALF * alongX);
    }

    /** Draws the line of something that is lost, with a cross where it is lost. */
    static void lost(Pen pen, Ink ink, double fromX, double fromY, double toX, double toY) {
        pen.line(ink, 1.6, fromX, fromY, toX, toY);
        pen.line(ink, 1.8, toX - CROSS, toY - CROSS, toX + CROSS, toY + CROSS);
        pen.line(ink, 1.8, toX - CROSS, toY + CROSS, toX + CROSS, toY - CROSS);
    }

    /** Draws the bracket of a time-out. */
    static void bracket(Pen pen, double x, double fromY, double toY) {
        pen.line(Ink.MUTED, 1, x, fromY, x, toY);
        pen.line(Ink.MUTED, 1, x, fromY, x + BRACKET_FOOT, fromY);
        pen.line(Ink.MUTED, 1, x, toY, x + BRACKET_FOOT, toY);
    }
}
