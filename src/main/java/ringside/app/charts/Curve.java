package ringside.app.charts;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param points in the order of x
 * @param line how it is drawn, so that not colour alone tells two of them apart
 */
public record Curve(String name, List<Point> points, Line line) {

    /** How a curve is drawn. */
    public enum Line {
        /** Through round points. */
        SOLID,
        /** Through square points. */
        DASHED
    }

    public Curve {
        points = List.copyOf(points);
    }

    /** A point in the chart's own units. */
    public record Point(double x, double y) {}
}
