package ringside.app.window;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where the rooms of the window meet. Until the user draws a border somewhere else, the ring gets
 * the larger part; then that place is kept, as far as the ring keeps some room. JavaFX thread.
 */
public final class Dividers {

    private static final double ASIDE_WIDTH = 500;

    /** In a narrow window the ring keeps the larger part. */
    private static final double MOST_ASIDE_SHARE = 0.38;

    /** However the user draws the borders, so much is left for the ring when the window shrinks. */
    private static final double LEAST_RING_SHARE = 0.4;

    /** The timeline and some rows of events; in a low window fewer, for the ring's sake. */
    private static final double EVENTS_SHARE = 0.27;

    private static final double EVENTS_LEAST_HEIGHT = 150;
    private static final double EVENTS_MOST_HEIGHT = 260;
    private static final double INSPECTOR_SHARE = 0.42;

    private final SplitPane columns;
    private final SplitPane rows;
    private final SplitPane aside;
    private final Region timeline;
    private boolean isStale;
    private double asideWidth = WindowMemory.Arrangement.USUAL;
    private double eventsHeight = WindowMemory.Arrangement.USUAL;
    private double inspectorShare = WindowMemory.Arrangement.USUAL;

    /**
     * Watches the borders.
     *
     * @param columns the ring, and what stands aside
     * @param rows the columns, and the timeline with the events
     * @param aside the inspector, and the details under it
     * @param timeline what is left of the lower row for a projector
     */
    public Dividers(SplitPane columns, SplitPane rows, SplitPane aside, Region timeline) {
        this.columns = columns;
        this.rows = rows;
        this.aside = aside;
        this.timeline = timeline;
        columns.widthProperty().subscribe(() -> nowAndLater(this::placeColumns));
        rows.heightProperty().subscribe(() -> nowAndLater(this::placeRows));
        aside.heightProperty().subscribe(() -> nowAndLater(this::placeAside));
        onDrag(columns, share -> asideWidth = (1 - share) * columns.getWidth());
        onDrag(rows, share -> eventsHeight = (1 - share) * rows.getHeight());
        onDrag(aside, share -> inspectorShare = share);
    }

    /** A pane that is laid out for the first time listens now, one that is resized afterwards. */
    private void nowAndLater(Runnable place) {
        isStale = true;
        place.run();
        Platform.runLater(place);
    }

    /** Is told where the user has drawn a border. */
    @FunctionalInterface
    private interface Drawn {
        void at(double share);
    }

    private static void onDrag(SplitPane pane, Drawn drawn) {
        pane.addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                event -> {
                    if (isDivider(event.getTarget(), pane)) {
                        drawn.at(pane.getDividerPositions()[0]);
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

    /** Puts all borders where they belong, soon: sizes are known after the next layout. */
    public void place() {
        Platform.runLater(this::placeNow);
    }

    /** Puts all borders where they belong if a pane has got another size; whether one had. */
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
            double wanted = orElse(asideWidth, Math.min(ASIDE_WIDTH, width * MOST_ASIDE_SHARE));
            double given = Math.min(wanted, width * (1 - LEAST_RING_SHARE));
            columns.setDividerPositions(1 - given / width);
        }
    }

    private void placeRows() {
        double height = rows.getHeight();
        if (height > 0) {
            boolean hasEvents = columns.getItems().size() > 1;
            double wanted = hasEvents ? eventsHeight(height) : timeline.prefHeight(-1);
            rows.setDividerPositions(1 - wanted / height);
        }
    }

    private double eventsHeight(double height) {
        double usual = Math.clamp(height * EVENTS_SHARE, EVENTS_LEAST_HEIGHT, EVENTS_MOST_HEIGHT);
        return Math.min(orElse(eventsHeight, usual), height * (1 - LEAST_RING_SHARE));
    }

    private void placeAside() {
        aside.setDividerPositions(orElse(inspectorShare, INSPECTOR_SHARE));
    }

    private static double orElse(double drawn, double usual) {
        return Double.isNaN(drawn) ? usual : drawn;
    }

    /** Takes where the user drew them in an earlier run. */
    public void restore(WindowMemory.Arrangement kept) {
        asideWidth = kept.asideWidth();
        eventsHeight = kept.eventsHeight();
        inspectorShare = kept.inspectorShare();
        place();
    }

    /** Width of what stands aside, as the user drew it. */
    public double asideWidth() {
        return asideWidth;
    }

    /** Height of timeline and events, as the user drew it. */
    public double eventsHeight() {
        return eventsHeight;
    }

    /** Share of the inspector, as the user drew it. */
    public double inspectorShare() {
        return inspectorShare;
    }
}
