package ringside.app.window;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.Desktop;
import ringside.app.base.Frames;
import ringside.app.base.PopOverLayer;
import ringside.app.base.Texts;
import ringside.app.comparison.ComparisonViewModel;
import ringside.app.comparison.RunPane;
import ringside.app.control.PeerMenu;
import ringside.app.control.PeerPopovers;
import ringside.app.control.ReadOnlyGestures;
import ringside.app.ring.RingView;
import ringside.app.run.RunViewModel;
import ringside.app.timeline.TimelineStrip;
import ringside.app.timeline.TimelineView;
import ringside.ring.PeerId;

/**
 * Shows a second recording: its ring beside the first, its timeline below. The other panes show the
 * run whose ring the user has focused. JavaFX thread only.
 */
final class ComparisonPane {

    private final SplitPane rings = new SplitPane();
    private final VBox timelines = new VBox();
    private final TimelineView timeline;
    private final RunViews first;
    private final RunPane firstPane;
    private final Magnifier firstRing;
    private final FocusedRun focused;
    private final PopOverLayer popOvers;
    private final Desktop desktop;
    private @Nullable Second second;

    private record Second(
            ComparisonViewModel model,
            RunViews views,
            RunPane pane,
            HBox row,
            TimelineStrip strip) {}

    /**
     * Creates the pane with the first run alone.
     *
     * @param firstRing the ring of the window
     * @param ring the same ring, with everything that lies over it
     * @param name the name of the window's run
     * @param timeline of the window
     * @param popOvers the layer of the window
     */
    ComparisonPane(
            RunViews first,
            Magnifier firstRing,
            Node ring,
            String name,
            TimelineView timeline,
            FocusedRun focused,
            PopOverLayer popOvers,
            Desktop desktop) {
        this.first = first;
        this.firstRing = firstRing;
        this.timeline = timeline;
        this.focused = focused;
        this.popOvers = popOvers;
        this.desktop = desktop;
        firstPane = new RunPane(ring, new ReadOnlyStringWrapper(name), () -> focused.focus(first));
        mark(firstPane, first);
        rings.getItems().add(firstPane);
        timelines.getChildren().add(timeline);
    }

    private void mark(RunPane pane, RunViews views) {
        pane.markSelected(focused.viewsProperty().map(views::equals));
    }

    Node rings() {
        return rings;
    }

    Node timelines() {
        return timelines;
    }

    /** Shows a recording, and closes an earlier one. */
    void show(ComparisonViewModel model) {
        close();
        RunViewModel run = model.run();
        RunViews views = views(run);
        RunPane pane =
                new RunPane(
                        new StackPane(magnified(views.ring()), views.explanation(), views.spiral()),
                        model.headingProperty(),
                        () -> focused.focus(views));
        pane.setId("comparison");
        pane.setNameId("comparison-name");
        pane.addToHeader(difference(model), time(run), closing());
        pane.showName();
        mark(pane, views);
        TimelineStrip strip = new TimelineStrip(run.timeline());
        HBox.setHgrow(strip, Priority.ALWAYS);
        HBox row = new HBox(strip);
        row.getStyleClass().add("comparison-strip");
        firstPane.showName();
        rings.getItems().add(pane);
        timelines.getChildren().add(row);
        second = new Second(model, views, pane, row, strip);
    }

    private RunViews views(RunViewModel run) {
        PeerMenu menu =
                new PeerMenu(
                        run::shown,
                        run.explanations(),
                        () -> focused.viewsProperty().get().details().showOutput());
        PeerPopovers popovers = new PeerPopovers(this::anchorOf, popOvers, desktop);
        RunViews views =
                new RunViews(run, new ReadOnlyGestures(menu, popovers), Optional.empty(), desktop);
        run.ring().copyLooksOf(first.run().ring());
        views.ring().setId("comparison-ring");
        return views;
    }

    private Node anchorOf(PeerId id) {
        Second shown = requireNonNull(second, "a bubble of a recording that is not shown");
        return shown.views().ring().anchorOf(id);
    }

    private Magnifier magnified(RingView ring) {
        Magnifier magnifier = new Magnifier(ring);
        magnifier.goWith(firstRing);
        return magnifier;
    }

    private static Label time(RunViewModel run) {
        Label time = new Label();
        time.getStyleClass().add("comparison-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.textProperty().bind(run.timeline().timeProperty());
        return time;
    }

    private Button difference(ComparisonViewModel model) {
        Button difference = new Button(Texts.text("comparison.difference"));
        difference.setId("comparison-difference");
        difference.getStyleClass().addAll("small", "flat");
        difference.setMinWidth(Region.USE_PREF_SIZE);
        difference.setOnAction(event -> model.goToFirstDifference());
        return difference;
    }

    private Button closing() {
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("comparison-close");
        close.getStyleClass().addAll("small", "flat");
        close.setTooltip(new Tooltip(Texts.text("comparison.close")));
        close.setAccessibleText(Texts.text("comparison.close"));
        close.setOnAction(event -> close());
        return close;
    }

    /** Closes the second recording, so that the first run stands alone again. */
    void close() {
        Second closed = second;
        second = null;
        if (closed != null) {
            focused.focus(first);
            first.ring().requestFocus();
            closed.model().close();
            rings.getItems().remove(closed.pane());
            timelines.getChildren().remove(closed.row());
            firstPane.hideName();
        }
    }

    void onFrame(Frames.Frame next) {
        Second shown = second;
        if (shown != null) {
            Bounds above = timeline.stripBounds();
            Insets under = new Insets(0, timeline.getWidth() - above.getMaxX(), 2, above.getMinX());
            if (!under.equals(shown.row().getPadding())) {
                shown.row().setPadding(under);
            }
            shown.model().onFrame(next.atMicros());
            RunViewModel run = shown.model().run();
            shown.views().ring().update(run.shown(), run.atMicros(), next);
            shown.strip().onFrame();
        }
    }
}
