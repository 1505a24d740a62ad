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
 * A ladder for export with a legend and a caption: the whole transfer, or only the part in sight if
 * it is long. JavaFX thread only.
 */
final class LadderExport {

    private static final double SCALE = 2;
    private static final double WIDTH = 640;

    /** The greatest height of a picture, in pixels; twice as much is still drawn in one piece. */
    private static final double MOST_HEIGHT = 3_900;

    /** The least zoom for a whole transfer; at a smaller one the arrows would run together. */
    private static final double LEAST_ZOOM = 0.35;

    /** The height to use when the view has none yet, as in a closed tab, in pixels. */
    private static final double USUAL_HEIGHT = 900;

    private final LadderData picture;
    private final TransferState transfer;
    private final LadderViewport viewport;

    /**
     * Lays out a sheet of a fixed width, independent of the width of the window.
     *
     * @param seen the part of the ladder that the window shows
     */
    LadderExport(LadderData picture, TransferState transfer, LadderViewport seen) {
        this.picture = picture;
        this.transfer = transfer;
        this.viewport = onPaper(picture, seen);
    }

    private static LadderViewport onPaper(LadderData picture, LadderViewport seen) {
        double around = LadderPainter.TOP + LadderPainter.BOTTOM;
        double whole = picture.scale().height();
        double zoom = Math.min(1, (MOST_HEIGHT - around) / Math.max(1, whole));
        if (zoom >= LEAST_ZOOM) {
            return new LadderViewport(WIDTH, whole * zoom + around, 0, zoom, null);
        }
        double height = seen.height() > around ? seen.height() : USUAL_HEIGHT;
        double lowest = Math.max(0, whole - (height - around) / seen.zoom());
        return new LadderViewport(
                WIDTH, height, Math.clamp(seen.top(), 0, lowest), seen.zoom(), null);
    }

    private double height() {
        return viewport.height() + LadderLegend.HEIGHT + LadderCaption.HEIGHT;
    }

    String svg() {
        SvgPen pen = new SvgPen(Palette.PAPER, WIDTH, height());
        draw(pen);
        return pen.picture();
    }

    /** Returns the ladder as an image of twice the size. */
    WritableImage image() {
        Canvas sheet = new Canvas(WIDTH * SCALE, height() * SCALE);
        sheet.getGraphicsContext2D().scale(SCALE, SCALE);
        CanvasPen pen = new CanvasPen(sheet.getGraphicsContext2D(), Palette.PAPER);
        pen.box(Ink.PAPER, 0, 0, WIDTH, height());
        draw(pen);
        return sheet.snapshot(null, null);
    }

    void draw(Pen pen) {
        new LadderPainter(pen, picture, viewport).draw();
        new LadderLegend(pen, viewport.height()).draw(WIDTH);
        new LadderCaption(picture, transfer, viewport)
                .draw(pen, viewport.height() + LadderLegend.HEIGHT);
    }
}
