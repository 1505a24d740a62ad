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

    private final BorderPane ringPane;
    private final StackPane over;
    private final LegendView legend;

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
        boolean isBelow = ringPane.getBottom() != null;
        if (isBelow != isCornerFree()) {
            return false;
        }
        if (isBelow) {
            layIntoCorner();
        } else {
            layBelow();
        }
        return true;
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

    private void layBelow() {
        over.getChildren().remove(legend);
        legend.setOrientation(Orientation.HORIZONTAL);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        ringPane.setBottom(legend);
    }

    private void layIntoCorner() {
        ringPane.setBottom(null);
        legend.setOrientation(Orientation.VERTICAL);
        legend.setAlignment(Pos.TOP_LEFT);
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        over.getChildren().add(1, legend);
    }
}
