package ringside.app.charts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param points in the order of their x
 */
public record Curve(String name, List<Point> points) {

    public Curve {
        requireNonNull(name, "name");
        points = List.copyOf(points);
    }

    /** A point in the chart's own units. */
    public record Point(double x, double y) {}
}
