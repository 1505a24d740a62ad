package ringside.benchmark;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * What a benchmark does with the window that is open. JavaFX thread only, but for {@link #await}.
 */
final class OpenWindow {

    private static final long LOOK_MS = 100;

    private OpenWindow() {}

    /** Waits until a window is there. Any thread but JavaFX's may call. */
    static void await() throws InterruptedException {
        while (Window.getWindows().isEmpty()) {
            Thread.sleep(LOOK_MS);
        }
    }

    /** Closes the window. */
    static void close() {
        Window.getWindows().getFirst().hide();
    }

    /** Finds a node: {@code #id} or {@code .style-class}. */
    static Node lookup(String query) {
        return Window.getWindows().getFirst().getScene().lookup(query);
    }

    /** Shows the table of peers beside the ring. */
    static void showTable() {
        TabPane details = (TabPane) lookup("#details");
        details.getTabs().stream()
                .filter(tab -> "tab-peers".equals(tab.getId()))
                .forEach(details.getSelectionModel()::select);
    }

    /** Returns an event of the primary button, held down, at a place of a node. */
    static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }
}
