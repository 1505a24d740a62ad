package ringside.app.window;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import ringside.app.ring.LegendView;

/**
 * Puts the legend into a corner that the circle leaves free, and below the ring where there is
 * none. JavaFX thread only.
 */
final class LegendPlace {

    /** Where the legend stands. */
    private enum Place {
        CORNER,
        BELOW,
        /** The ring needs all the height that there is; the keys still switch the edges. */
        NOWHERE
    }

    /** The least height of the pane in which there is room below the ring, in pixels. */
    private static final double LEAST_HEIGHT = 330;

    private final BorderPane ringPane;
    private final StackPane over;
    private final LegendView legend;
    private Place place = Place.NOWHERE;

    /**
     * Puts the legend below the ring.
     *
     * @param ringPane the ring with all that belongs to it
     * @param over the pane of the ring itself, with what lies over it
     */
    LegendPlace(BorderPane ringPane, StackPane over, LegendView legend) {
        this.ringPane = ringPane;
        this.over = over;
        this.legend = legend;
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        legend.setPickOnBounds(false);
        layBelow();
    }

    /**
     * Moves the legend if it belongs elsewhere in panes of the present sizes.
     *
     * @return whether it was moved, so that the window must be laid out again
     */
    boolean update() {
        Place wanted = isCornerFree() ? Place.CORNER : isTall() ? Place.BELOW : Place.NOWHERE;
        if (wanted == place) {
            return false;
        }
        switch (wanted) {
            case CORNER -> layIntoCorner();
            case BELOW -> layBelow();
            case NOWHERE -> takeAway();
        }
        return true;
    }

    /** Returns whether the ring keeps enough height with the legend below it. */
    private boolean isTall() {
        return ringPane.getHeight() >= LEAST_HEIGHT;
    }

    /** The circle with its labels is as large as the pane, so only the corners are free. */
    private boolean isCornerFree() {
        double width = over.getWidth();
        double height = ringPane.getHeight();
        double clear =
                Math.hypot(
                        Math.max(0, width / 2 - legend.columnWidth()),
                        Math.max(0, height / 2 - legend.columnHeight()));
        return clear >= Math.min(width, height) / 2;
    }

    private void takeAway() {
        place = Place.NOWHERE;
        over.getChildren().remove(legend);
        ringPane.setBottom(null);
    }

    private void layBelow() {
        place = Place.BELOW;
        over.getChildren().remove(legend);
        legend.setOrientation(Orientation.HORIZONTAL);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        ringPane.setBottom(legend);
    }

    private void layIntoCorner() {
        place = Place.CORNER;
        ringPane.setBottom(null);
        legend.setOrientation(Orientation.VERTICAL);
        legend.setAlignment(Pos.TOP_LEFT);
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        over.getChildren().remove(legend);
        over.getChildren().add(1, legend);
    }
}
