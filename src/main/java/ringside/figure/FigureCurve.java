package ringside.figure;

import java.util.List;

/**
 * A curve of a figure.
 *
 * @param x the column of the horizontal axis
 * @param y the column whose numbers it shows
 * @param source who measured them
 */
public record FigureCurve(Column x, Column y, Source source) {

    /** Who measured the numbers of a curve. */
    public enum Source {
        PAPER,
        OURS
    }

    /** A point of it. */
    public record Point(double x, double y) {}

    /** Returns the points, without those that the paper does not give. */
    public List<Point> points(FigureResult figure) {
        return figure.rows().stream()
                .map(row -> new Point(row.get(x), row.get(y)))
                .filter(point -> !Double.isNaN(point.y()))
                .toList();
    }
}
