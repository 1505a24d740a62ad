package ringside.app.ladder;

import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;

/** The ladder zoomed far out: where segments were sent, resent and lost. Pure. */
final class LadderBand {

    private static final int PIXELS = 2;

    /** How far a tick reaches to both sides, as a share of the width. */
    private static final double RESENT_REACH = 0.12;

    /** A loss reaches farther, so that it is not known by its colour alone. */
    private static final double LOST_REACH = 0.24;

    private final Pen pen;
    private final LadderData picture;
    private final LadderViewport viewport;
    private final double left;
    private final double right;

    LadderBand(Pen pen, LadderData picture, LadderViewport viewport, double left, double right) {
        this.pen = pen;
        this.picture = picture;
        this.viewport = viewport;
        this.left = left;
        this.right = right;
    }

    /** Draws rows in strips a few pixels high, each with the worst that happened in it. */
    void draw(int from, int to) {
        int row = from;
        for (double y = viewport.yOf(0) % PIXELS; y < viewport.height(); y += PIXELS) {
            int end = Math.min(to, LadderViewport.rowAt(picture, viewport.ladderY(y + PIXELS)));
            if (end > row) {
                strip(y, picture.losses().between(row, end));
                row = end;
            }
        }
    }

    private void strip(double y, LossIndex.Worst worst) {
        pen.box(Ink.RUN, left + 1, y, right - left - 2, PIXELS);
        switch (worst) {
            case NOTHING -> {}
            case RESENT -> tick(Ink.RESENT, RESENT_REACH, y);
            case LOST -> tick(Ink.LOST, LOST_REACH, y);
        }
    }

    private void tick(Ink ink, double share, double y) {
        double middle = (left + right) / 2;
        double reach = (right - left) * share;
        pen.line(ink, PIXELS, middle - reach, y + 1, middle + reach, y + 1);
    }
}
