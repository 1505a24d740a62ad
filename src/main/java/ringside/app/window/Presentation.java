package ringside.app.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import ringside.app.base.Texts;
import ringside.app.events.EventRow;
import ringside.app.events.EventsViewModel;

/**
 * The window for a projector: only the ring, the timeline and what happens now, larger and with
 * more contrast; the other rooms come back with the end of it. JavaFX thread.
 */
final class Presentation {

    private static final String STYLE_CLASS = "presentation";
    private static final double LARGER = 1.45;

    /**
     * Room under the ring for a caption of two lines: the ring does not jump with each sentence.
     */
    private static final double CAPTION_ROOM = 100;

    /** Around the caption in its room, in pixels. */
    private static final double CAPTION_GAP = 14;

    private final SplitPane columns;
    private final Node aside;
    private final BorderPane below;
    private final Node events;
    private final Magnifier ring;
    private final EventsViewModel model;
    private final Label caption = new Label();
    private double room;

    /**
     * Takes the rooms of the window.
     *
     * @param columns with the ring and what stands aside
     * @param below with the timeline and, in its middle, the events
     */
    Presentation(
            SplitPane columns,
            Node aside,
            BorderPane below,
            Magnifier ring,
            EventsViewModel model) {
        this.columns = columns;
        this.aside = aside;
        this.below = below;
        this.events = below.getCenter();
        this.ring = ring;
        this.model = model;
        caption.setId("caption");
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        caption.setVisible(false);
        caption.setMouseTransparent(true);
        StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
        model.rows().subscribe(this::say);
        model.positionProperty().subscribe(position -> say());
        caption.heightProperty().subscribe(height -> makeRoom());
    }

    /** What happens now, in large letters under the ring. */
    Label caption() {
        return caption;
    }

    private void say() {
        int now = model.firstNotAfter(model.positionProperty().get());
        caption.setText(now < model.rows().size() ? sentence(model.rows().get(now)) : "");
    }

    /** With its time: what happened a minute ago is not taken for what happens now. */
    private static String sentence(EventRow row) {
        return Texts.text("presentation.event", row.time(), row.explanation().text());
    }

    /** A caption of many lines gets more room, which it keeps until the end of the presentation. */
    private void makeRoom() {
        if (room > 0) {
            room = Math.max(room, caption.getHeight() + 2 * CAPTION_GAP);
            ring.keepFreeBelow(room);
        }
    }

    /** Begins, or ends when the window is not for a projector any more. */
    void follow(boolean presenting) {
        Parent root = columns.getScene().getRoot();
        root.getStyleClass().remove(STYLE_CLASS);
        columns.getItems().remove(aside);
        if (presenting) {
            root.getStyleClass().add(STYLE_CLASS);
            // Nobody reads in a list that is away.
            model.heldProperty().set(false);
            below.setCenter(null);
        } else {
            columns.getItems().add(aside);
            below.setCenter(events);
        }
        caption.setText(Texts.text("presentation.end"));
        caption.setVisible(presenting);
        room = presenting ? CAPTION_ROOM : 0;
        ring.keepFreeBelow(room);
        ring.magnify(presenting ? LARGER : 1);
    }
}
