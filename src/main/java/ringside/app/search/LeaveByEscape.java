package ringside.app.search;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Esc in a field that filters or searches a list. JavaFX thread only. */
public final class LeaveByEscape {

    private LeaveByEscape() {}

    /** Has Esc clear a field, or hand the focus of an empty one to what it filters. */
    public static void install(TextField field, Node list) {
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() != KeyCode.ESCAPE) {
                        return;
                    }
                    event.consume();
                    if (field.getText().isEmpty()) {
                        list.requestFocus();
                    } else {
                        field.clear();
                    }
                });
    }
}
