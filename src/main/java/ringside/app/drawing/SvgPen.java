package ringside.app.drawing;

import java.util.Locale;
import javafx.scene.paint.Color;

/** Draws into the text of an SVG picture. Not thread-safe. */
public final class SvgPen implements Pen {

    private static final int BYTE = 255;
    private static final double ROUND = 3;

    private final StringBuilder body = new StringBuilder();
    private final Palette palette;
    private final double width;
    private final double height;

    /** Begins a picture of the given size in pixels, on the palette's paper. */
    public SvgPen(Palette palette, double width, double height) {
        this.palette = palette;
        this.width = width;
        this.height = height;
        box(Ink.PAPER, 0, 0, width, height);
    }

    @Override
    public void line(Ink ink, double stroke, double fromX, double fromY, double toX, double toY) {
        add("<line " + ends(fromX, fromY, toX, toY) + stroke(ink, stroke) + "/>");
    }

    @Override
    public void dashes(Ink ink, double stroke, double fromX, double fromY, double toX, double toY) {
        String dashes = " stroke-dasharray=\"4 4\"";
        add("<line " + ends(fromX, fromY, toX, toY) + stroke(ink, stroke) + dashes + "/>");
    }

    private static String ends(double fromX, double fromY, double toX, double toY) {
        return "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\""
                .formatted(number(fromX), number(fromY), number(toX), number(toY));
    }

    private String stroke(Ink ink, double stroke) {
        return " stroke=\"%s\" stroke-width=\"%s\""
                .formatted(colour(palette.of(ink)), number(stroke));
    }

    @Override
    public void box(Ink ink, double x, double y, double boxWidth, double boxHeight) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>"
                        .formatted(
                                number(x),
                                number(y),
                                number(boxWidth),
                                number(boxHeight),
                                number(ink == Ink.PAPER ? 0 : ROUND),
                                colour(palette.of(ink))));
    }

    @Override
    public void text(Ink ink, double size, Anchor anchor, double x, double y, String text) {
        String at =
                switch (anchor) {
                    case LEFT -> "start";
                    case CENTRE -> "middle";
                    case RIGHT -> "end";
                };
        add(
                ("<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\""
                                + " dominant-baseline=\"central\" fill=\"%s\">%s</text>")
                        .formatted(
                                number(x),
                                number(y),
                                number(size),
                                at,
                                colour(palette.of(ink)),
                                escape(text)));
    }

    private void add(String element) {
        body.append(element).append('\n');
    }

    public String picture() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\""
                                + " viewBox=\"0 0 %s %s\" font-family=\"sans-serif\">%n",
                        number(width),
                        number(height),
                        number(width),
                        number(height))
                + body
                + "</svg>\n";
    }

    /** Formats a number for SVG, with at most two decimals. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    /** Formats a colour for SVG, without its opacity: pictures on paper use opaque colours. */
    static String colour(Color colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(colour.getRed() * BYTE),
                Math.round(colour.getGreen() * BYTE),
                Math.round(colour.getBlue() * BYTE));
    }

    /** Escapes a text for use in elements and attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
