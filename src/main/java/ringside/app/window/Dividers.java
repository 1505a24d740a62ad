package ringside.app.window;

import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Positions the dividers between the panes. By default the ring gets the largest part; a divider
 * that the user has dragged keeps its place, as long as the ring keeps enough space. JavaFX thread
 * only.
 */
public final class Dividers {

    private static final double ASIDE_WIDTH = 500;

    /** The most that the right column takes of a narrow window. */
    private static final double MOST_ASIDE_SHARE = 0.38;

    /** The share of the right column on a projector, with the ladder and what is told. */
    private static final double PROJECTED_SHARE = 0.34;

    /** The least share for the ring when the window shrinks, wherever the user put the dividers. */
    private static final double LEAST_RING_SHARE = 0.4;

    /**
     * The share of the timeline and some rows of events; a low window shows fewer, to keep the ring
     * large.
     */
    private static final double EVENTS_SHARE = 0.22;

    private static final double EVENTS_LEAST_HEIGHT = 185;

    /** The height at which one event is in sight, in pixels. */
    private static final double ONE_EVENT_HEIGHT = 114;

    /** The share of timeline and events in a very low window. */
    private static final double EVENTS_LEAST_SHARE = 0.32;

    /** The least width of the right column, in pixels, and the most that it takes for that. */
    private static final double ASIDE_LEAST_WIDTH = 332;

    private static final double LEAST_WIDTH_SHARE = 0.46;
    private static final double EVENTS_MOST_HEIGHT = 260;
    private static final double INSPECTOR_SHARE = 0.34;

    private final SplitPane columns;
    private final SplitPane rows;
    private final SplitPane aside;
    private final Region timeline;
    private boolean isStale;
    private boolean isPresenting;
    private double asideWidth = WindowMemory.Arrangement.USUAL;
    private double eventsHeight = WindowMemory.Arrangement.USUAL;
    private double inspectorShare = WindowMemory.Arrangement.USUAL;

    /**
     * Watches the dividers of a window.
     *
     * @param columns the ring, and the right column
     * @param rows the columns, and the timeline with the events
     * @param aside the inspector, and the details below it
     * @param timeline the part of the lower row that stays in presentation mode
     */
    public Dividers(SplitPane columns, SplitPane rows, SplitPane aside, Region timeline) {
        this.columns = columns;
        this.rows = rows;
        this.aside = aside;
        this.timeline = timeline;
        columns.widthProperty().subscribe(() -> nowAndLater(this::placeColumns));
        rows.heightProperty().subscribe(() -> nowAndLater(this::placeRows));
        aside.heightProperty().subscribe(() -> nowAndLater(this::placeAside));
        onDrag(columns, this::columnsDragged);
        onDrag(rows, this::rowsDragged);
        onDrag(aside, share -> inspectorShare = share);
    }

    private void columnsDragged(double share) {
        if (!isPresenting) {
            asideWidth = (1 - share) * columns.getWidth();
        }
    }

    private void rowsDragged(double share) {
        if (!isPresenting) {
            eventsHeight = (1 - share) * rows.getHeight();
        }
    }

    /**
     * Places a divider twice, as a new pane takes positions now and a resized one after its layout.
     */
    private void nowAndLater(Runnable place) {
        isStale = true;
        place.run();
        Platform.runLater(place);
    }

    private static void onDrag(SplitPane pane, DoubleConsumer moved) {
        pane.addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                event -> {
                    if (isDivider(event.getTarget(), pane)) {
                        moved.accept(pane.getDividerPositions()[0]);
                    }
                });
    }

    private static boolean isDivider(Object target, SplitPane pane) {
        @Nullable Node node = target instanceof Node hit ? hit : null;
        while (node != null && !node.equals(pane)) {
            if (node.getStyleClass().contains("split-pane-divider")) {
                return pane.equals(node.getParent());
            }
            node = node.getParent();
        }
        return false;
    }

    /** Places all dividers for a projector; where the user drags them is not remembered. */
    public void present() {
        isPresenting = true;
        place();
    }

    /** Places all dividers as they were before {@link #present}. */
    public void endPresentation() {
        isPresenting = false;
        place();
    }

    /** Places all dividers soon, as sizes are known after the next layout only. */
    public void place() {
        Platform.runLater(this::placeNow);
    }

    /** Places all dividers if the size of a pane has changed; returns whether it had. */
    public boolean placeStale() {
        boolean wasStale = isStale;
        if (wasStale) {
            placeNow();
        }
        return wasStale;
    }

    private void placeNow() {
        isStale = false;
        placeColumns();
        placeRows();
        placeAside();
    }

    private void placeColumns() {
        double width = columns.getWidth();
        if (width > 0 && columns.getItems().size() > 1) {
            double least = Math.min(ASIDE_LEAST_WIDTH, width * LEAST_WIDTH_SHARE);
            double usual = Math.max(least, Math.min(ASIDE_WIDTH, width * MOST_ASIDE_SHARE));
            double wanted = isPresenting ? width * PROJECTED_SHARE : orElse(asideWidth, usual);
            double given = Math.min(wanted, width * (1 - LEAST_RING_SHARE));
            columns.setDividerPositions(1 - given / width);
        }
    }

    private void placeRows() {
        double height = rows.getHeight();
        if (height > 0) {
            double wanted = isPresenting ? timeline.prefHeight(-1) : eventsHeight(height);
            rows.setDividerPositions(1 - wanted / height);
        }
    }

    private double eventsHeight(double height) {
        double least =
                Math.clamp(height * EVENTS_LEAST_SHARE, ONE_EVENT_HEIGHT, EVENTS_LEAST_HEIGHT);
        double usual = Math.clamp(height * EVENTS_SHARE, least, EVENTS_MOST_HEIGHT);
        return Math.min(orElse(eventsHeight, usual), height * (1 - LEAST_RING_SHARE));
    }

    private void placeAside() {
        aside.setDividerPositions(orElse(inspectorShare, INSPECTOR_SHARE));
    }

    private static double orElse(double drawn, double usual) {
        return Double.isNaN(drawn) ? usual : drawn;
    }

    /** Restores the positions to which the user dragged the dividers in an earlier run. */
    public void restore(WindowMemory.Arrangement kept) {
        asideWidth = kept.asideWidth();
        eventsHeight = kept.eventsHeight();
        inspectorShare = kept.inspectorShare();
        place();
    }

    /** Returns the width of the right column in pixels as the user set it, or NaN. */
    public double asideWidth() {
        return asideWidth;
    }

    /** Returns the height of timeline and events in pixels as the user set it, or NaN. */
    public double eventsHeight() {
        return eventsHeight;
    }

    /** Returns the inspector's share of the height, 0 to 1, as the user set it, or NaN. */
    public double inspectorShare() {
        return inspectorShare;
    }
}
