package ringside.app.search;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Auto-scrolls a growing list to its last line. It pauses when the user scrolls up, and resumes
 * when the user scrolls back to the end. JavaFX thread only.
 */
public final class FollowEnd {

    private final ListView<?> list;
    private final BooleanProperty following;

    /** Attaches auto-scroll to a list; a button may be bound to {@code following}. */
    public FollowEnd(ListView<?> list, BooleanProperty following) {
        this.list = list;
        this.following = following;
        list.addEventFilter(ScrollEvent.SCROLL, event -> Platform.runLater(this::look));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> Platform.runLater(this::look));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> Platform.runLater(this::look));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> Platform.runLater(this::look));
        following.subscribe(this::grown);
    }

    /** Scrolls after the list has grown or been replaced. */
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
