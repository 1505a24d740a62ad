package ringside.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The words that are in sight in all windows, and which of them are cut off. */
final class WordsInSight {

    /** What the platform rounds away, in pixels. */
    private static final double ROUNDING = 1.5;

    /** Letters of a text that may be missing at most: none but the ellipsis itself. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private WordsInSight() {}

    /** A text in sight. */
    record Words(Node node, String text) {

        /** Returns the text with the ids and classes of its node and of those around it. */
        @Override
        public String toString() {
            StringBuilder place = new StringBuilder();
            Node at = node;
            for (int i = 0; i < 3 && at != null; i++) {
                place.append(at.getId() == null ? "" : "#" + at.getId())
                        .append(at.getStyleClass())
                        .append(' ');
                at = at.getParent();
            }
            return "'" + text + "' " + place;
        }

        /** Returns whether the node or one around it has a class or an id. */
        boolean isIn(List<String> names) {
            for (Node at = node; at != null; at = at.getParent()) {
                if ((at.getId() != null && names.contains(at.getId()))
                        || at.getStyleClass().stream().anyMatch(names::contains)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Returns all texts in sight. */
    static List<Words> all() {
        List<Words> found = new ArrayList<>();
        walk((node, text) -> found.add(new Words(node, text)));
        return found;
    }

    /**
     * Returns the texts that are not shown whole, without those whose tooltip has the whole text.
     */
    static List<Words> cut() {
        List<Words> found = new ArrayList<>();
        walk((node, text) -> {
            boolean isWhole =
                    switch (node) {
                        case Labeled label -> isWhole(label);
                        case TextField field -> isWhole(field);
                        case Text words -> isInside(words);
                        default -> true;
                    };
            if (!isWhole && !isTold(node, text)) {
                found.add(new Words(node, text));
            }
        });
        return found;
    }

    private static boolean isWhole(Labeled label) {
        if (!(label.lookup(".text") instanceof Text shown)) {
            return true;
        }
        boolean clips = label.getTextOverrun() == OverrunStyle.CLIP && !label.isWrapText();
        double room = label.getWidth() - label.getInsets().getLeft() - label.getInsets().getRight();
        return clips
                ? shown.getLayoutBounds().getWidth() <= room + ROUNDING
                : shown.getText().equals(label.getText());
    }

    private static boolean isWhole(TextField field) {
        if (!field.getText().isEmpty() || field.getPromptText() == null) {
            return true;
        }
        Text prompt = new Text(field.getPromptText());
        prompt.setFont(field.getFont());
        return prompt.getLayoutBounds().getWidth()
                <= field.getWidth()
                        - field.getInsets().getLeft()
                        - field.getInsets().getRight()
                        + ROUNDING;
    }

    /** A drawn text may not go beyond what the panes around it show. */
    private static boolean isInside(Text words) {
        Bounds mine = words.localToScene(words.getBoundsInLocal());
        for (Node at = words.getParent(); at != null; at = at.getParent()) {
            if (at.getClip() instanceof Rectangle clip) {
                Bounds shown = at.localToScene(clip.getBoundsInLocal());
                if (mine.getMinX() < shown.getMinX() - ROUNDING
                        || mine.getMaxX() > shown.getMaxX() + ROUNDING) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isTold(Node node, String text) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(TOOLTIP) instanceof Tooltip tip
                    && Objects.requireNonNullElse(tip.getText(), "").contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static void walk(BiConsumer<Node, String> visitor) {
        for (Window window : User.windows()) {
            if (!(window instanceof Tooltip)) {
                walk(window.getScene().getRoot(), visitor);
            }
        }
    }

    private static void walk(Node node, BiConsumer<Node, String> visitor) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        switch (node) {
            case Labeled label when isShown(label.getText()) && label.getWidth() > 0 ->
                    visitor.accept(label, label.getText());
            case TextField field when isShown(field.getPromptText()) ->
                    visitor.accept(field, field.getPromptText());
            case Text text when isShown(text.getText()) -> visitor.accept(text, text.getText());
            case Node _ -> {}
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (!(node instanceof Labeled && child instanceof Text)
                        && !(node instanceof TextField)) {
                    walk(child, visitor);
                }
            }
        }
    }

    private static boolean isShown(@Nullable String text) {
        return text != null && text.chars().anyMatch(Character::isLetter);
    }
}
