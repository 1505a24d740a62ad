package ringside.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scene graph as an SVG picture: its visible lines, circles and texts, with the colours
 * from the style sheets. JavaFX thread only.
 */
public final class SceneSvg {

    /** The least opacity that is visible. */
    private static final double SEEN = 0.02;

    private static final int ARC_STEPS = 48;
    private static final int CORNER_STEPS = 6;

    private final StringBuilder body = new StringBuilder();

    private SceneSvg() {}

    /**
     * Returns the picture of a scene graph.
     *
     * @param root laid out, with its CSS applied
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @param paper the background
     */
    public static String of(Parent root, double width, double height, Color paper) {
        SceneSvg svg = new SceneSvg();
        svg.add(root, 1);
        String size = SvgPen.number(width) + "\" height=\"" + SvgPen.number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + size
                + "\" font-family=\"sans-serif\">\n<rect width=\""
                + size
                + "\" fill=\""
                + SvgPen.colour(paper)
                + "\"/>\n"
                + svg.body
                + "</svg>\n";
    }

    private void add(Node node, double opacity) {
        double seen = opacity * node.getOpacity();
        if (!node.isVisible() || seen < SEEN) {
            return;
        }
        switch (node) {
            case Text text -> addText(text, seen);
            case Shape shape -> addShape(shape, seen);
            case Region region when region.getChildrenUnmodifiable().isEmpty() ->
                    addFills(region, seen);
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> add(child, seen));
            case Node _ -> {}
        }
    }

    private void addText(Text text, double opacity) {
        if (text.getText().isBlank()) {
            return;
        }
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        String weight =
                text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold")
                        ? " font-weight=\"bold\""
                        : "";
        List<String> lines = text.getText().lines().toList();
        double lineHeight = bounds.getHeight() / lines.size();
        String anchor = anchor(text);
        for (int i = 0; i < lines.size(); i++) {
            body.append(
                    "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s dominant-baseline=\"central\"%s>%s</text>\n"
                            .formatted(
                                    SvgPen.number(anchorX(text, bounds)),
                                    SvgPen.number(bounds.getMinY() + (i + 0.5) * lineHeight),
                                    SvgPen.number(text.getFont().getSize()),
                                    weight,
                                    anchor,
                                    paint("fill", text.getFill(), opacity),
                                    SvgPen.escape(lines.get(i))));
        }
    }

    private static String anchor(Text text) {
        return switch (text.getTextAlignment()) {
            case LEFT, JUSTIFY -> "";
            case CENTER -> " text-anchor=\"middle\"";
            case RIGHT -> " text-anchor=\"end\"";
        };
    }

    private static double anchorX(Text text, Bounds bounds) {
        return switch (text.getTextAlignment()) {
            case LEFT, JUSTIFY -> bounds.getMinX();
            case CENTER -> bounds.getCenterX();
            case RIGHT -> bounds.getMaxX();
        };
    }

    private void addShape(Shape shape, double opacity) {
        String form =
                switch (shape) {
                    case Circle circle -> circle(circle);
                    case Line line ->
                            path(
                                    line,
                                    List.of(
                                            line.getStartX(),
                                            line.getStartY(),
                                            line.getEndX(),
                                            line.getEndY()),
                                    "");
                    case Polyline line -> path(line, line.getPoints(), "");
                    case Polygon polygon -> path(polygon, polygon.getPoints(), "Z");
                    case Arc arc -> path(arc, points(arc), "");
                    case Rectangle box -> path(box, points(box), "Z");
                    case Path path -> path(path);
                    case Shape _ -> "";
                };
        boolean isPainted = isSeen(fill(shape)) || isSeen(shape.getStroke());
        if (!form.isEmpty() && isPainted) {
            body.append(form)
                    .append(paint("fill", fill(shape), opacity))
                    .append(paint("stroke", shape.getStroke(), opacity))
                    .append(stroke(shape))
                    .append("/>\n");
        }
    }

    /** Some shapes are only there for the pointer. */
    private static boolean isSeen(@Nullable Paint paint) {
        return paint != null && !(paint instanceof Color colour && colour.getOpacity() == 0);
    }

    /** Adds the coloured areas of a region without children, such as the mark of a point. */
    private void addFills(Region region, double opacity) {
        if (region.getBackground() == null) {
            return;
        }
        for (BackgroundFill fill : region.getBackground().getFills()) {
            Insets insets = fill.getInsets();
            double radius = fill.getRadii().getTopLeftHorizontalRadius();
            Rectangle area =
                    new Rectangle(
                            insets.getLeft(),
                            insets.getTop(),
                            region.getWidth() - insets.getLeft() - insets.getRight(),
                            region.getHeight() - insets.getTop() - insets.getBottom());
            area.setArcWidth(2 * radius);
            area.setArcHeight(2 * radius);
            if (area.getWidth() > 0 && area.getHeight() > 0) {
                body.append(path(region, points(area), "Z"))
                        .append(paint("fill", fill.getFill(), opacity))
                        .append("/>\n");
            }
        }
    }

    /** Returns a path of straight lines, such as the curve of a chart; others are left out. */
    private static String path(Path path) {
        StringBuilder form = new StringBuilder();
        for (PathElement element : path.getElements()) {
            switch (element) {
                case MoveTo move -> form.append('M').append(at(path, move.getX(), move.getY()));
                case LineTo line -> form.append('L').append(at(path, line.getX(), line.getY()));
                case ClosePath _ -> form.append('Z');
                case PathElement _ -> {
                    return "";
                }
            }
        }
        return form.isEmpty() ? "" : "<path d=\"" + form + "\"";
    }

    private static String at(Node node, double x, double y) {
        Point2D point = node.localToScene(x, y);
        return SvgPen.number(point.getX()) + " " + SvgPen.number(point.getY());
    }

    /** Returns the fill of a shape; JavaFX also gives lines one, which is never visible. */
    private static Paint fill(Shape shape) {
        boolean open =
                shape instanceof Line
                        || shape instanceof Polyline
                        || shape instanceof Arc
                        || shape instanceof Path;
        Paint fill = shape.getFill();
        return open || fill == null ? Color.TRANSPARENT : fill;
    }

    private static String circle(Circle circle) {
        Point2D centre = circle.localToScene(circle.getCenterX(), circle.getCenterY());
        Point2D edge =
                circle.localToScene(circle.getCenterX() + circle.getRadius(), circle.getCenterY());
        return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\""
                .formatted(
                        SvgPen.number(centre.getX()),
                        SvgPen.number(centre.getY()),
                        SvgPen.number(edge.distance(centre)));
    }

    private static List<Double> points(Arc arc) {
        List<Double> points = new ArrayList<>();
        for (int i = 0; i <= ARC_STEPS; i++) {
            double angle = Math.toRadians(arc.getStartAngle() + arc.getLength() * i / ARC_STEPS);
            points.add(arc.getCenterX() + arc.getRadiusX() * Math.cos(angle));
            points.add(arc.getCenterY() - arc.getRadiusY() * Math.sin(angle));
        }
        return points;
    }

    /** Returns the outline with its rounded corners, from the upper right one on. */
    private static List<Double> points(Rectangle box) {
        double radiusX = Math.min(box.getArcWidth(), box.getWidth()) / 2;
        double radiusY = Math.min(box.getArcHeight(), box.getHeight()) / 2;
        List<Double> points = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner == 0 || corner == 3;
            boolean upper = corner < 2;
            double x = box.getX() + (right ? box.getWidth() - radiusX : radiusX);
            double y = box.getY() + (upper ? radiusY : box.getHeight() - radiusY);
            for (int i = 0; i <= CORNER_STEPS; i++) {
                double angle = Math.PI / 2 * (corner + (double) i / CORNER_STEPS);
                points.add(x + radiusX * Math.cos(angle));
                points.add(y - radiusY * Math.sin(angle));
            }
        }
        return points;
    }

    private static String path(Node node, List<Double> points, String ending) {
        if (points.size() < 4) {
            return "";
        }
        StringBuilder path = new StringBuilder("<path d=\"");
        for (int i = 0; i + 1 < points.size(); i += 2) {
            Point2D point = node.localToScene(points.get(i), points.get(i + 1));
            path.append(i == 0 ? 'M' : 'L')
                    .append(SvgPen.number(point.getX()))
                    .append(' ')
                    .append(SvgPen.number(point.getY()));
        }
        return path.append(ending).append('"').toString();
    }

    private static String paint(String name, @Nullable Paint paint, double opacity) {
        if (!(paint instanceof Color colour) || colour.getOpacity() == 0) {
            return " " + name + "=\"none\"";
        }
        double seen = colour.getOpacity() * opacity;
        String faint = seen < 1 ? " " + name + "-opacity=\"" + SvgPen.number(seen) + "\"" : "";
        return " " + name + "=\"" + SvgPen.colour(colour) + "\"" + faint;
    }

    private static String stroke(Shape shape) {
        if (shape.getStroke() == null) {
            return "";
        }
        String dashes =
                shape.getStrokeDashArray().stream()
                        .map(SvgPen::number)
                        .collect(Collectors.joining(" "));
        String cap = shape.getStrokeLineCap() == StrokeLineCap.ROUND ? "round" : "butt";
        return " stroke-width=\"%s\" stroke-linecap=\"%s\"%s"
                .formatted(
                        SvgPen.number(shape.getStrokeWidth()),
                        cap,
                        dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }
}
