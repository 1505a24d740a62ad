package ringside.app.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The texts of windows, line by line, for the message of a failed test. JavaFX thread only. */
final class WindowText {

    /** The most lines: a window has some hundred texts, and more do not help. */
    private static final int MOST_LINES = 200;

    private final List<String> lines = new ArrayList<>();

    private WindowText() {}

    /**
     * Returns all visible texts, each with the id of its node or of the nearest parent with one.
     */
    static String ofAll(List<Window> windows) {
        WindowText text = new WindowText();
        for (Window window : windows) {
            text.add(window);
        }
        return String.join("\n", text.lines.stream().distinct().limit(MOST_LINES).toList());
    }

    private void add(Window window) {
        lines.add(
                switch (window) {
                    case Stage stage -> "[window] " + stage.getTitle();
                    case Tooltip tip -> "[tooltip] " + tip.getText();
                    case Window other -> "[" + other.getClass().getSimpleName() + "]";
                });
        if (window.getScene() != null) {
            Node owner = window.getScene().getFocusOwner();
            lines.add("  focus: " + (owner == null ? "nowhere" : owner));
            add(window.getScene().getRoot(), "");
        }
    }

    private void add(Node node, String idAround) {
        if (!node.isVisible()) {
            return;
        }
        String id = node.getId() == null ? idAround : "#" + node.getId();
        switch (node) {
            case Labeled label -> add(id, label.getText());
            case TextInputControl field -> add(id, field.getText());
            case Text text -> add(id, text.getText());
            case Node _ -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, id));
        }
    }

    private void add(String id, String text) {
        if (text != null && !text.isBlank()) {
            lines.add("  " + id + ": " + text);
        }
    }
}
