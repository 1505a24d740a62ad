package ringside.app.ladder;

import ringside.app.base.Texts;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;
import ringside.app.drawing.Pen.Anchor;
import ringside.model.Amounts;
import ringside.model.TransferState;

/** The caption of an exported ladder, which has no window around it to say what it shows. Pure. */
final class LadderCaption {

    /** Height reserved for the caption under the legend, in pixels. */
    static final double HEIGHT = 62;

    private static final double LEFT = 26;
    private static final double TITLE_Y = 16;
    private static final double TITLE_FONT = 14;
    private static final double FIGURES_Y = 35;
    private static final double PART_Y = 51;

    private final LadderData picture;
    private final TransferState transfer;
    private final LadderViewport viewport;

    LadderCaption(LadderData picture, TransferState transfer, LadderViewport viewport) {
        this.picture = picture;
        this.transfer = transfer;
        this.viewport = viewport;
    }

    /** Draws the caption with its upper edge at {@code y}. */
    void draw(Pen pen, double y) {
        pen.box(Ink.PAPER, 0, y, viewport.width(), HEIGHT);
        pen.text(Ink.TEXT, TITLE_FONT, Anchor.LEFT, LEFT, y + TITLE_Y, titleOf(transfer));
        line(pen, y + FIGURES_Y, figures());
        line(pen, y + PART_Y, part());
    }

    private static void line(Pen pen, double y, String words) {
        pen.text(Ink.MUTED, LadderSymbols.FONT, Anchor.LEFT, LEFT, y, words);
    }

    /** Returns, for example, '2012.pdf from peer 236 to peer 43, stop-and-wait'. */
    static String titleOf(TransferState transfer) {
        return transfer.window() == 1
                ? Texts.text(
                        "ladder.caption", transfer.file(), transfer.sender(), transfer.receiver())
                : Texts.text(
                        "ladder.caption.window",
                        transfer.file(),
                        transfer.sender(),
                        transfer.receiver(),
                        transfer.window());
    }

    /** Returns, for example, '804 kB, 2010 segments, 31 retransmissions, sent in 2.4 s'. */
    private String figures() {
        return Texts.text(
                "ladder.caption.figures",
                Amounts.bytes(transfer.bytes()),
                Texts.count("ladder.caption.segments", transfer.segmentsInAll()),
                Texts.count("ladder.retransmissions", transfer.sending().retransmissions()),
                Amounts.percent(transfer.loss()),
                outcome());
    }

    private String outcome() {
        boolean ended = transfer.endedAtMicros() > 0;
        long until = ended ? transfer.endedAtMicros() : picture.asOfMicros();
        return Texts.text(
                "ladder.caption." + transfer.outcome(),
                Amounts.shortTime(Math.max(0, until - transfer.startedAtMicros())));
    }

    /** Returns which part of the transfer is shown, so that nobody mistakes it for the whole. */
    private String part() {
        double end = viewport.ladderY(viewport.height() - LadderPainter.BOTTOM);
        return viewport.top() <= 0 && end >= picture.scale().height()
                ? Texts.text("ladder.caption.whole")
                : Texts.text("ladder.caption.part", sinceStart(viewport.top()), sinceStart(end));
    }

    private String sinceStart(double y) {
        long micros = picture.scale().microsAt(y) - picture.startMicros();
        return Amounts.shortTime(Math.max(0, micros));
    }
}
