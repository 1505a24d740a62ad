package ringside.app.ladder;

import ringside.app.base.Texts;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;
import ringside.app.drawing.Pen.Anchor;

/** The legend of the symbols of a ladder, for exported pictures. Pure. */
final class LadderLegend {

    /** Height reserved for the legend under a ladder, in pixels. */
    static final double HEIGHT = 34;

    private static final double LEFT = 26;
    private static final double SAMPLE = 30;
    private static final double FALL = 3;
    private static final double BRACKET_HALF = 6;
    private static final double GAP = 9;

    /** Distance from the text of one symbol to the next symbol, in pixels. */
    private static final double APART = 24;

    /** Approximate width of a letter, in pixels, as a pen cannot measure text. */
    private static final double LETTER = 6.6;

    private final Pen pen;
    private final double middle;
    private double x = LEFT;

    /** Creates a legend with its upper edge at {@code y}, in pixels. */
    LadderLegend(Pen pen, double y) {
        this.pen = pen;
        this.middle = y + HEIGHT / 2;
    }

    /** Draws the legend over any part of the ladder that extends below it. */
    void draw(double width) {
        pen.box(Ink.PAPER, 0, middle - HEIGHT / 2, width, HEIGHT);
        pen.line(Ink.FAINT, 1, LEFT, middle - HEIGHT / 2, width - LEFT, middle - HEIGHT / 2);
        arrow(Ink.SEGMENT, "ladder.legend.segment");
        arrow(Ink.ACKNOWLEDGEMENT, "ladder.legend.ack");
        arrow(Ink.RESENT, "ladder.legend.again");
        LadderSymbols.lost(pen, Ink.LOST, x, middle - FALL, x + SAMPLE - GAP, middle);
        words("ladder.legend.lost");
        LadderSymbols.bracket(pen, x + SAMPLE - GAP, middle - BRACKET_HALF, middle + BRACKET_HALF);
        words("ladder.legend.timeOut");
    }

    private void arrow(Ink ink, String key) {
        LadderSymbols.arrow(pen, ink, x, middle - FALL, x + SAMPLE, middle + FALL);
        words(key);
    }

    private void words(String key) {
        String words = Texts.text(key);
        x += SAMPLE + GAP;
        pen.text(Ink.MUTED, LadderSymbols.FONT, Anchor.LEFT, x, middle, words);
        x += words.length() * LETTER + APART;
    }
}
