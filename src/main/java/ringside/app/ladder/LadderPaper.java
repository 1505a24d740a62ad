package ringside.app.ladder;

import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import ringside.app.drawing.CanvasPen;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Palette;
import ringside.app.drawing.Pen;
import ringside.app.drawing.SvgPen;
import ringside.model.TransferState;

/**
 * A ladder on paper: the whole transfer, or of a long one the part in sight, with a legend and a
 * caption. For the JavaFX thread.
 */
final class LadderPaper {

    private static final double SCALE = 2;
    private static final double WIDTH = 640;

    /** A longer picture is no picture any more, in pixels; twice as much is drawn in one piece. */
    private static final double MOST_HEIGHT = 3_900;

    /** A transfer that fits in this size is shown whole; smaller, its arrows run together. */
    private static final double LEAST_ZOOM = 0.35;

    /** Of a view that has no room yet, such as one in a closed tab, in pixels. */
    private static final double USUAL_HEIGHT = 900;

    private final LadderPicture picture;
    private final TransferState transfer;
    private final LadderSight sight;

    /**
     * Lays out a sheet, whose width does not depend on the room that the window has for a ladder.
     *
     * @param seen what the window shows of the ladder
     */
    LadderPaper(LadderPicture picture, TransferState transfer, LadderSight seen) {
        this.picture = picture;
        this.transfer = transfer;
        this.sight = onPaper(picture, seen);
    }

    private static LadderSight onPaper(LadderPicture picture, LadderSight seen) {
        double around = LadderDrawing.TOP + LadderDrawing.BOTTOM;
        double whole = picture.scale().height();
        double zoom = Math.min(1, (MOST_HEIGHT - around) / Math.max(1, whole));
        if (zoom >= LEAST_ZOOM) {
            return new LadderSight(WIDTH, whole * zoom + around, 0, zoom, null);
        }
        double height = seen.height() > around ? seen.height() : USUAL_HEIGHT;
        double lowest = Math.max(0, whole - (height - around) / seen.zoom());
        return new LadderSight(
                WIDTH, height, Math.clamp(seen.top(), 0, lowest), seen.zoom(), null);
    }

    private double height() {
        return sight.height() + LadderLegend.HEIGHT + LadderCaption.HEIGHT;
    }

    String svg() {
        SvgPen pen = new SvgPen(Palette.PAPER, WIDTH, height());
        draw(pen);
        return pen.picture();
    }

    /** The same as a picture of twice the size. */
    WritableImage image() {
        Canvas sheet = new Canvas(WIDTH * SCALE, height() * SCALE);
        sheet.getGraphicsContext2D().scale(SCALE, SCALE);
        CanvasPen pen = new CanvasPen(sheet.getGraphicsContext2D(), Palette.PAPER);
        pen.box(Ink.PAPER, 0, 0, WIDTH, height());
        draw(pen);
        return sheet.snapshot(null, null);
    }

    void draw(Pen pen) {
        new LadderDrawing(pen, picture, sight).draw();
        new LadderLegend(pen, sight.height()).draw(WIDTH);
        new LadderCaption(picture, transfer, sight)
                .draw(pen, sight.height() + LadderLegend.HEIGHT);
    }
}
