package ringside.app.beside;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.Texts;
import ringside.app.ring.RingActions;
import ringside.app.ring.RingView;
import ringside.app.ring.RingViewModel;
import ringside.app.timeline.TimelineStrip;

/** The ring of a second recording with its name, and its timeline for the place under the first. */
public final class BesideView extends BorderPane {

    private final BesideViewModel model;
    private final RingView ring;
    private final TimelineStrip strip;

    /**
     * Shows it.
     *
     * @param closed told that nobody wants to see it any more
     */
    public BesideView(BesideViewModel model, Runnable closed) {
        this.model = model;
        this.ring = new RingView(new RingViewModel(), RingActions.NONE);
        this.strip = new TimelineStrip(model.timeline(), model::lead);
        ring.setId("ring-beside");
        getStyleClass().add("ring-pane");
        setId("beside");
        Label name = new Label();
        name.textProperty().bind(model.headingProperty());
        name.setId("beside-name");
        name.getStyleClass().add("beside-name");
        Label time = new Label();
        time.getStyleClass().add("timeline-time");
        time.textProperty().bind(model.timeline().timeProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("beside-close");
        close.getStyleClass().addAll("small", "flat");
        close.setTooltip(new Tooltip(Texts.text("beside.close")));
        close.setAccessibleText(Texts.text("beside.close"));
        close.setOnAction(event -> closed.run());
        HBox header = new HBox(name, space, time, close);
        header.getStyleClass().add("beside-header");
        setTop(header);
        setCenter(ring);
    }

    /** Its timeline. */
    public TimelineStrip strip() {
        return strip;
    }

    /** Draws a frame. */
    public void frame(long nowMicros, double frameSeconds) {
        model.frame(nowMicros);
        ring.update(model.shown(), model.timeline().moment().atMicros(), frameSeconds);
        strip.frame();
    }
}
