package ringside.app.timeline;

import javafx.scene.shape.Polygon;

/** How much happened when, as an area over a line. */
final class DensityShape extends Polygon {

    /** The width of a column of the area, in pixels. */
    private static final double COLUMN_WIDTH = 3;

    private final double height;
    private final double bottom;

    /**
     * Creates an empty area.
     *
     * @param height of the highest column, in pixels
     * @param bottom the y of the line below
     */
    DensityShape(double height, double bottom) {
        this.height = height;
        this.bottom = bottom;
        getStyleClass().add("density");
    }

    /** Returns the number of columns in a width in pixels, at least 1. */
    static int columns(double width) {
        return Math.max(1, (int) (width / COLUMN_WIDTH));
    }

    /** Draws on a square-root scale, which shows both a quiet ring and a storm. */
    void draw(int[] counts, double width) {
        int columns = counts.length;
        double most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        Double[] points = new Double[2 * columns + 4];
        for (int i = 0; i < columns; i++) {
            points[2 * i] = (i + 0.5) * width / columns;
            points[2 * i + 1] = bottom - height * Math.sqrt(counts[i] / most);
        }
        points[2 * columns] = width;
        points[2 * columns + 1] = bottom;
        points[2 * columns + 2] = 0.0;
        points[2 * columns + 3] = bottom;
        getPoints().setAll(points);
    }
}
