package ringside.app.ladder;

import java.util.ArrayList;
import java.util.List;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Pen;

/** A pen that records what was drawn. */
final class Drawn implements Pen {

    final List<String> texts = new ArrayList<>();
    final List<Double> textYs = new ArrayList<>();
    final List<Ink> lines = new ArrayList<>();
    int strokes;

    @Override
    public void line(Ink ink, double width, double fromX, double fromY, double toX, double toY) {
        lines.add(ink);
        strokes++;
    }

    @Override
    public void dashes(Ink ink, double width, double fromX, double fromY, double toX, double toY) {
        lines.add(ink);
        strokes++;
    }

    @Override
    public void box(Ink ink, double x, double y, double width, double height) {
        strokes++;
    }

    @Override
    public void text(Ink ink, double size, Anchor anchor, double x, double y, String text) {
        texts.add(text);
        textYs.add(y);
        strokes++;
    }
}
