package ringside.app.ladder;

import org.jspecify.annotations.Nullable;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;

/** The ladder from far away: where segments went, were sent again, and were lost. Pure. */
final class LadderBand {

    private static final int PIXELS = 2;
    private static final double TICK = 0.16;

    private final Pen pen;
    private final LadderPicture picture;
    private final LadderSight sight;
    private final double left;
    private final double right;

    LadderBand(Pen pen, LadderPicture picture, LadderSight sight, double left, double right) {
        this.pen = pen;
        this.picture = picture;
        this.sight = sight;
        this.left = left;
        this.right = right;
    }

    /** Draws rows, a strip of some pixels at a time, each with the worst that happened in it. */
    void draw(int from, int to) {
        int strips = (int) Math.ceil(sight.height() / PIXELS);
        @Nullable Ink[] worst = new Ink[strips];
        for (int i = from; i < to; i++) {
            LadderRow row = picture.rows().get(i);
            int strip = (int) (sight.yOf(picture.yOf(row)) / PIXELS);
            if (strip >= 0 && strip < strips) {
                worst[strip] = worse(worst[strip], inkOf(row));
            }
        }
        for (int i = 0; i < strips; i++) {
            if (worst[i] != null) {
                strip(i * PIXELS, worst[i]);
            }
        }
    }

    private void strip(double y, Ink ink) {
        pen.box(Ink.RUN, left + 1, y, right - left - 2, PIXELS);
        double reach = (right - left) * TICK;
        if (ink != Ink.SEGMENT) {
            double middle = (left + right) / 2;
            pen.line(ink, PIXELS, middle - reach, y + 1, middle + reach, y + 1);
        }
    }

    private Ink inkOf(LadderRow row) {
        return switch (row) {
            case LadderRow.Single single -> inkOf(single.arrow());
            case LadderRow.Waited _ -> Ink.RESENT;
            case LadderRow.Run _ -> Ink.SEGMENT;
        };
    }

    private Ink inkOf(Arrow arrow) {
        return switch (picture.fateOf(arrow)) {
            case DROPPED, LOST -> Ink.LOST;
            case ARRIVED, FLYING -> arrow.isAgain() ? Ink.RESENT : Ink.SEGMENT;
        };
    }

    private static Ink worse(@Nullable Ink one, Ink other) {
        if (one == Ink.LOST || other == Ink.LOST) {
            return Ink.LOST;
        }
        return one == Ink.RESENT || other == Ink.RESENT ? Ink.RESENT : Ink.SEGMENT;
    }
}
