package ringside.app.charts;

import java.util.List;

/** One line of a chart, with its points in the order of x. */
public record Curve(String name, List<Point> points) {

    public Curve {
        points = List.copyOf(points);
    }

    /** A point in the chart's own units. */
    public record Point(double x, double y) {}
}
