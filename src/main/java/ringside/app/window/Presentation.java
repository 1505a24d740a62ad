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
 * The presentation mode for projectors: only the ring, the timeline and the current event, larger
 * and with more contrast. The other panes come back at its end. JavaFX thread only.
 */
final class Presentation {

    private static final String STYLE_CLASS = "presentation";
    private static final double LARGER = 1.45;

    /**
     * Space below the ring for a caption of two lines, in pixels, so that the ring does not jump.
     */
    private static final double CAPTION_ROOM = 100;

    /** Space above and below the caption, in pixels. */
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
     * Prepares the panes of a window.
     *
     * @param columns the ring, and the right column
     * @param below the timeline and, in its centre, the events
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
        caption.heightProperty().subscribe(height -> growRoom());
    }

    /** Returns the label of the current event, in large letters below the ring. */
    Label caption() {
        return caption;
    }

    private void say() {
        int now = model.firstNotAfter(model.positionProperty().get());
        caption.setText(now < model.rows().size() ? sentence(model.rows().get(now)) : "");
    }

    /** Includes the time, so that an event of a minute ago does not look like the present. */
    private static String sentence(EventRow row) {
        return Texts.text("presentation.event", row.time(), row.explanation().text());
    }

    /** Gives a long caption more space, which it keeps until the end of the presentation. */
    private void growRoom() {
        if (room > 0) {
            room = Math.max(room, caption.getHeight() + 2 * CAPTION_GAP);
            ring.keepFreeBelow(room);
        }
    }

    /** Starts the presentation mode, or ends it. */
    void setPresenting(boolean presenting) {
        Parent root = columns.getScene().getRoot();
        root.getStyleClass().remove(STYLE_CLASS);
        columns.getItems().remove(aside);
        if (presenting) {
            root.getStyleClass().add(STYLE_CLASS);
            // No user reads older rows in a hidden list.
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
