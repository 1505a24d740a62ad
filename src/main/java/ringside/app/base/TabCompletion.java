package ringside.app.base;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Completes the text of a field with Tab, and offers completions below it if there are several. Tab
 * leaves the field when there is nothing to complete, and so does Shift+Tab. JavaFX thread only.
 */
public final class TabCompletion {

    /** Completions offered at once: more would cover the window. */
    private static final int MOST_OFFERED = 10;

    private final TextField field;
    private final Supplier<List<String>> completions;
    private final ContextMenu offers = new ContextMenu();

    private TabCompletion(TextField field, Supplier<List<String>> completions) {
        this.field = field;
        this.completions = completions;
    }

    /**
     * Lets Tab complete the text of a field.
     *
     * @param completions supplies the texts that the field may get in place of its own, best first
     */
    public static void install(TextField field, Supplier<List<String>> completions) {
        TabCompletion completion = new TabCompletion(field, completions);
        field.addEventFilter(KeyEvent.KEY_PRESSED, completion::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || event.isShiftDown() || field.getText().isBlank()) {
            return;
        }
        List<String> texts = completions.get();
        if (texts.size() == 1) {
            put(texts.getFirst());
        } else if (!texts.isEmpty()) {
            offer(texts.subList(0, Math.min(MOST_OFFERED, texts.size())));
        }
        if (!texts.isEmpty()) {
            event.consume();
        }
    }

    private void offer(List<String> texts) {
        offers.getItems().clear();
        for (String text : texts) {
            MenuItem item = new MenuItem(text.strip());
            item.setOnAction(event -> put(text));
            offers.getItems().add(item);
        }
        offers.show(field, Side.BOTTOM, 0, 0);
    }

    private void put(String text) {
        field.setText(text);
        field.requestFocus();
        field.positionCaret(text.length());
    }
}
