package ringside.figure;

import java.util.List;

/**
 * A curve of a figure.
 *
 * @param x the column of the horizontal axis
 * @param y the column whose numbers it shows
 */
public record FigureCurve(Column x, Column y) {

    /** A point of it. */
    public record Point(double x, double y) {}

    /** Returns the points, without those that the paper does not give. */
    public List<Point> points(FigureResult figure) {
        int atX = figure.columns().indexOf(x);
        int atY = figure.columns().indexOf(y);
        return figure.rows().stream()
                .map(row -> new Point(row.get(atX), row.get(atY)))
                .filter(point -> !Double.isNaN(point.y()))
                .toList();
    }
}
