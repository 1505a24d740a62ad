package ringside.app.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.Texts;
import ringside.timeline.Playhead.Mode;
import ringside.timeline.Playhead.Source;

/** The timeline with its controls: pause, back to live, the strip, the time, pace and steps. */
public final class TimelineView extends HBox {

    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final TimelineViewModel model;
    private final TimelineStrip strip;
    private final TimelineOverview overview;
    private final VBox strips = new VBox();
    private final FontIcon playIcon = new FontIcon(Feather.PAUSE);
    private final Button play = button("play-pause", playIcon, "timeline.pause");
    private final Button live = new Button();
    private final MenuButton pace = new MenuButton();
    private final Button bookmarks =
            button("bookmark", new FontIcon(Feather.BOOKMARK), "timeline.bookmarks");

    public TimelineView(TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("timeline");
        strip = new TimelineStrip(model);
        overview = new TimelineOverview(model);
        strips.getChildren().addAll(strip, overview);
        HBox.setHgrow(strips, Priority.ALWAYS);
        play.setOnAction(event -> model.playhead().toggle());
        live.setId("to-live");
        live.getStyleClass().addAll("small", "to-live");
        live.setMinWidth(Region.USE_PREF_SIZE);
        live.setOnAction(event -> model.playhead().toLive());
        Label time = new Label();
        time.setId("timeline-time");
        time.getStyleClass().add("timeline-time");
        time.textProperty().bind(model.timeProperty());
        Button back = button("step-back", new FontIcon(Feather.SKIP_BACK), "timeline.back");
        back.setOnAction(event -> model.playhead().stepBack());
        Button on = button("step-forward", new FontIcon(Feather.SKIP_FORWARD), "timeline.on");
        on.setOnAction(event -> model.playhead().stepForward());
        pace.setId("pace");
        pace.getStyleClass().addAll("small", "flat");
        pace.setMinWidth(Region.USE_PREF_SIZE);
        pace.setTooltip(new Tooltip(Texts.text("timeline.pace")));
        CustomMenuItem box = new CustomMenuItem(new PaceBox(model.playhead()), false);
        pace.getItems().add(box);
        pace.setOnHidden(event -> strip.requestFocus());
        getChildren().addAll(play, live, strips, time, pace, back, on, bookmarks);
        model.modeProperty().subscribe(this::show);
        model.latenessProperty().subscribe(() -> show(model.modeProperty().get()));
        model.paceProperty().subscribe(now -> pace.setText(Paces.words(now)));
    }

    private static Button button(String id, FontIcon icon, String tip) {
        Button button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setTooltip(new Tooltip(Texts.text(tip)));
        button.setAccessibleText(Texts.text(tip));
        return button;
    }

    private void show(Mode mode) {
        boolean moves = mode != Mode.PAUSED;
        playIcon.setIconCode(moves ? Feather.PAUSE : Feather.PLAY);
        String tip = Texts.text(moves ? "timeline.pause" : "timeline.play");
        play.getTooltip().setText(tip);
        play.setAccessibleText(tip);
        boolean recorded = model.playhead().source() == Source.RECORDED;
        live.setText(recorded ? Texts.text("timeline.recording") : present(mode));
        live.pseudoClassStateChanged(LIVE, mode == Mode.LIVE);
        live.pseudoClassStateChanged(LATE, mode == Mode.LIVE && !lateness().isEmpty());
    }

    private String present(Mode mode) {
        if (mode != Mode.LIVE) {
            return Texts.text("timeline.toLive");
        }
        return lateness().isEmpty()
                ? Texts.text("timeline.live")
                : Texts.text("timeline.late", lateness());
    }

    private String lateness() {
        return model.latenessProperty().get();
    }

    /** Returns the button that shows the bookmarks; what it does is for the window to say. */
    public Button bookmarks() {
        return bookmarks;
    }

    /** Returns the bounds of the strip in this view, to align the axis of one below it. */
    public Bounds stripBounds() {
        return new BoundingBox(
                strips.getLayoutX(), strips.getLayoutY(), strip.getWidth(), strip.getHeight());
    }

    public void onFrame() {
        strip.onFrame();
        overview.onFrame();
    }
}
