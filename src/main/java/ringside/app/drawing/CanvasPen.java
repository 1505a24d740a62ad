package ringside.app.drawing;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on a JavaFX canvas. JavaFX thread only. */
public final class CanvasPen implements Pen {

    private static final double DASH = 4;
    private static final double ROUND = 6;

    private final GraphicsContext canvas;
    private final Palette palette;

    public CanvasPen(GraphicsContext canvas, Palette palette) {
        this.canvas = canvas;
        this.palette = palette;
    }

    @Override
    public void line(Ink ink, double width, double fromX, double fromY, double toX, double toY) {
        canvas.setLineDashes();
        stroke(ink, width, fromX, fromY, toX, toY);
    }

    @Override
    public void dashes(Ink ink, double width, double fromX, double fromY, double toX, double toY) {
        canvas.setLineDashes(DASH, DASH);
        stroke(ink, width, fromX, fromY, toX, toY);
    }

    private void stroke(Ink ink, double width, double fromX, double fromY, double toX, double toY) {
        canvas.setStroke(palette.of(ink));
        canvas.setLineWidth(width);
        canvas.strokeLine(fromX, fromY, toX, toY);
    }

    @Override
    public void box(Ink ink, double x, double y, double width, double height) {
        canvas.setFill(palette.of(ink));
        canvas.fillRoundRect(x, y, width, height, ROUND, ROUND);
    }

    @Override
    public void text(Ink ink, double size, Anchor anchor, double x, double y, String text) {
        canvas.setFill(palette.of(ink));
        canvas.setFont(Font.font(size));
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setTextAlign(
                switch (anchor) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        canvas.fillText(text, x, y);
    }
}
