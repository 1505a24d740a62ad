package ringside.app;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.beside.BesideView;
import ringside.app.beside.BesideViewModel;
import ringside.app.timeline.TimelineView;

/** Where a second recording is shown: its ring beside the first, its timeline under it. */
final class BesidePlace {

    private final SplitPane rings = new SplitPane();
    private final VBox timelines = new VBox();
    private final TimelineView timeline;
    private @Nullable BesideViewModel model;
    private @Nullable BesideView view;
    private @Nullable HBox row;

    /**
     * Takes what stands alone until there is something to stand beside it.
     *
     * @param ring of the window
     * @param timeline of the window
     */
    BesidePlace(Node ring, TimelineView timeline) {
        this.timeline = timeline;
        rings.getItems().add(ring);
        timelines.getChildren().add(timeline);
    }

    Node rings() {
        return rings;
    }

    Node timelines() {
        return timelines;
    }

    /** Shows a recording in place of an earlier one. */
    void show(BesideViewModel fresh) {
        close();
        BesideView shown = new BesideView(fresh, this::close);
        HBox.setHgrow(shown.strip(), Priority.ALWAYS);
        HBox strip = new HBox(shown.strip());
        strip.getStyleClass().add("beside-strip");
        rings.getItems().add(shown);
        timelines.getChildren().add(strip);
        model = fresh;
        view = shown;
        row = strip;
    }

    /** The first one stands alone again. */
    void close() {
        if (model != null) {
            model.close();
            rings.getItems().remove(view);
            timelines.getChildren().remove(row);
            model = null;
            view = null;
            row = null;
        }
    }

    void frame(long nowMicros, double frameSeconds) {
        if (view != null && row != null) {
            Bounds above = timeline.stripBounds();
            Insets under =
                    new Insets(0, timeline.getWidth() - above.getMaxX(), 2, above.getMinX());
            if (!under.equals(row.getPadding())) {
                row.setPadding(under);
            }
            view.frame(nowMicros, frameSeconds);
        }
    }
}
