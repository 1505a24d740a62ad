package ringside.app.ladder;

import java.util.List;
import ringside.app.base.Texts;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;
import ringside.app.drawing.Pen.Anchor;
import ringside.ladder.Arrow;
import ringside.ladder.LadderRow;
import ringside.ladder.TimeOut;
import ringside.model.Amounts;

/**
 * Draws the part of a ladder that is in sight: the sender's lifeline on the left, the receiver's on
 * the right, time downwards. The cost depends on the part in sight, not on the whole transfer.
 * Pure.
 */
final class LadderPainter {

    /** Height of the names of the two sides, in pixels. */
    private static final double NAMES = 26;

    /** Where the first row stands: half of its label is above it. */
    static final double TOP = NAMES + LadderSymbols.FONT / 2;

    static final double BOTTOM = 22;
    private static final double LEFT = 138;
    private static final double RIGHT = 92;
    private static final double BRACKET_X = 58;
    private static final double LOST_SHARE = 0.52;
    private static final double LOST_FALL = 7;
    private static final double FONT = LadderSymbols.FONT;
    private static final double LABEL_GAP = 11.5;

    /** Rows closer together than this, in pixels, are drawn as a band. */
    private static final double LEAST_PITCH = 2.2;

    private final Pen pen;
    private final LadderData picture;
    private final LadderViewport viewport;
    private double lastLeft = Double.NEGATIVE_INFINITY;
    private double lastRight = Double.NEGATIVE_INFINITY;
    private double lastBracket = Double.NEGATIVE_INFINITY;

    LadderPainter(Pen pen, LadderData picture, LadderViewport viewport) {
        this.pen = pen;
        this.picture = picture;
        this.viewport = viewport;
    }

    void draw() {
        int from = viewport.firstRow(picture);
        int to = viewport.endRow(picture);
        rails();
        if (to - from > viewport.height() / LEAST_PITCH) {
            new LadderBand(pen, picture, viewport, railLeft(), railRight()).draw(from, to);
        } else {
            draw(picture.rows().subList(from, to));
        }
        names();
    }

    private double railLeft() {
        return LEFT;
    }

    private double railRight() {
        return viewport.width() - RIGHT;
    }

    private void rails() {
        double end = Math.min(viewport.height(), viewport.yOf(picture.scale().height()) + BOTTOM);
        pen.line(Ink.FAINT, 1.5, railLeft(), NAMES, railLeft(), end);
        pen.line(Ink.FAINT, 1.5, railRight(), NAMES, railRight(), end);
    }

    /** Draws the names last, over everything that was scrolled below them. */
    private void names() {
        pen.box(Ink.PAPER, 0, 0, viewport.width(), NAMES - 2);
        pen.text(
                Ink.MUTED,
                FONT,
                Anchor.CENTRE,
                railLeft(),
                NAMES / 2,
                Texts.text("ladder.sends", picture.sender()));
        pen.text(
                Ink.MUTED,
                FONT,
                Anchor.CENTRE,
                railRight(),
                NAMES / 2,
                Texts.text("ladder.receives", picture.receiver()));
    }

    private void draw(List<LadderRow> rows) {
        for (LadderRow row : rows) {
            if (row.equals(viewport.hovered())) {
                double y = viewport.yOf(picture.yOf(row));
                pen.box(Ink.HOVER, 2, y - FONT, viewport.width() - 4, 2 * FONT);
            }
            switch (row) {
                case LadderRow.Single single -> arrow(single.arrow());
                case LadderRow.Waited waited -> bracket(waited.timeOut());
                case LadderRow.Run run -> run(run);
            }
        }
    }

    private void arrow(Arrow arrow) {
        double y = viewport.yOf(picture.scale().yOf(arrow.sentAtMicros()));
        switch (arrow.kind()) {
            case SEGMENT -> {
                Ink ink = inkOf(arrow);
                way(arrow, ink, y, railLeft(), railRight());
                labelLeft(ink, y, arrow);
            }
            case ACKNOWLEDGEMENT -> {
                Ink ink = inkOf(arrow) == Ink.LOST ? Ink.LOST : Ink.ACKNOWLEDGEMENT;
                way(arrow, ink, y, railRight(), railLeft());
                labelRight(y, arrow);
            }
        }
    }

    private Ink inkOf(Arrow arrow) {
        return switch (picture.outcomeOf(arrow)) {
            case DROPPED, LOST -> Ink.LOST;
            case ARRIVED, FLYING, UNKNOWN -> arrow.isAgain() ? Ink.RESENT : Ink.SEGMENT;
        };
    }

    private void way(Arrow arrow, Ink ink, double y, double fromX, double toX) {
        switch (picture.outcomeOf(arrow)) {
            case ARRIVED -> {
                double end = viewport.yOf(picture.scale().yOf(arrow.arrivedAtMicros()));
                LadderSymbols.arrow(pen, ink, fromX, y, toX, end);
            }
            case FLYING, UNKNOWN ->
                    pen.dashes(ink, 1.4, fromX, y, between(fromX, toX), y + LOST_FALL);
            case DROPPED, LOST ->
                    LadderSymbols.lost(pen, ink, fromX, y, between(fromX, toX), y + LOST_FALL);
        }
    }

    private static double between(double fromX, double toX) {
        return fromX + LOST_SHARE * (toX - fromX);
    }

    /** Returns whether a text has room as a whole between the names and the edge of the view. */
    private boolean hasRoom(double middleY) {
        return middleY >= TOP && middleY + FONT / 2 <= viewport.height();
    }

    private void labelLeft(Ink ink, double y, Arrow arrow) {
        if (y - lastLeft < LABEL_GAP || !hasRoom(y)) {
            return;
        }
        lastLeft = y;
        String text =
                Texts.text(arrow.isAgain() ? "ladder.again" : "ladder.number", arrow.number());
        Ink label = ink == Ink.SEGMENT ? Ink.TEXT : ink;
        pen.text(label, FONT, Anchor.RIGHT, railLeft() - 8, y, text);
    }

    private void labelRight(double y, Arrow arrow) {
        if (y - lastRight >= LABEL_GAP && hasRoom(y)) {
            lastRight = y;
            pen.text(
                    Ink.ACKNOWLEDGEMENT,
                    FONT,
                    Anchor.LEFT,
                    railRight() + 7,
                    y,
                    Texts.text("ladder.ack", arrow.number()));
        }
    }

    private void bracket(TimeOut timeOut) {
        double from = viewport.yOf(picture.scale().yOf(timeOut.fromMicros()));
        double to = viewport.yOf(picture.scale().yOf(timeOut.atMicros()));
        LadderSymbols.bracket(pen, BRACKET_X, from, to);
        double middle = (from + to) / 2;
        if (Math.abs(middle - lastBracket) >= LABEL_GAP && hasRoom(middle)) {
            lastBracket = middle;
            pen.text(
                    Ink.MUTED,
                    FONT,
                    Anchor.RIGHT,
                    BRACKET_X - 4,
                    middle,
                    Amounts.shortTime(timeOut.atMicros() - timeOut.fromMicros()));
        }
    }

    private void run(LadderRow.Run run) {
        double from = viewport.yOf(picture.scale().yOf(run.fromMicros()));
        double to = viewport.yOf(picture.scale().yOf(run.toMicros()));
        pen.box(
                Ink.RUN,
                railLeft() + 1,
                from + 2,
                railRight() - railLeft() - 2,
                Math.max(2, to - from - 4));
        double seenFrom = Math.max(from, NAMES);
        double seenTo = Math.min(to, viewport.height());
        if (seenTo - seenFrom >= FONT) {
            pen.text(
                    Ink.TEXT,
                    FONT,
                    Anchor.CENTRE,
                    (railLeft() + railRight()) / 2,
                    (seenFrom + seenTo) / 2,
                    LadderWords.of(run));
        }
    }
}
