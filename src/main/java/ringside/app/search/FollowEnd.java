package ringside.app.search;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps the last line of a growing list in sight, until the user looks further up: then the list
 * stays where it is, until the user comes back to its end. JavaFX thread.
 */
public final class FollowEnd {

    private final ListView<?> list;
    private final BooleanProperty following;

    /**
     * Watches a list.
     *
     * @param following whether the end is followed; also for a button
     */
    public FollowEnd(ListView<?> list, BooleanProperty following) {
        this.list = list;
        this.following = following;
        list.addEventFilter(ScrollEvent.SCROLL, event -> Platform.runLater(this::look));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> Platform.runLater(this::look));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> Platform.runLater(this::look));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> Platform.runLater(this::look));
        following.subscribe(this::grown);
    }

    /** The list has grown, or is another one. */
    public void grown() {
        if (following.get() && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    private void look() {
        new RowsInSight(list)
                .last()
                .ifPresent(last -> following.set(last >= list.getItems().size() - 1));
    }
}
