package ringside.app.window;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ringside.app.base.FailureLog;
import ringside.app.base.FailureLog.Failure;
import ringside.app.base.Texts;

/** A line in the status bar that reports an unexpected failure. JavaFX thread only. */
final class FailureNotice extends HBox {

    private final FailureLog failures;
    private final Label words = new Label();
    private @Nullable Failure shown;
    private @Nullable Failure dismissed;

    FailureNotice(FailureLog failures) {
        this.failures = failures;
        setId("failure");
        getStyleClass().add("failure");
        setAlignment(Pos.CENTER_RIGHT);
        words.setId("failure-words");
        Button copy = button("failure-copy", Texts.text("failure.copy"));
        copy.setOnAction(event -> copy());
        Button close = button("failure-close", "\u2715");
        close.setAccessibleText(Texts.text("failure.close"));
        close.setTooltip(new Tooltip(Texts.text("failure.close")));
        close.setOnAction(event -> dismissed = shown);
        getChildren().addAll(words, copy, close);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /**
     * Shows the latest failure, once a frame; a dismissed one stays hidden until one of another
     * type.
     */
    void update() {
        Optional<Failure> latest = failures.latest();
        if (latest.isPresent() && !latest.get().equals(shown)) {
            shown = latest.get();
            words.setText(shown.sentence());
        }
        setVisible(shown != null && !isDismissed(shown));
    }

    private boolean isDismissed(Failure failure) {
        return dismissed != null && failure.thrown().getClass() == dismissed.thrown().getClass();
    }

    private void copy() {
        if (shown != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(shown.details());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
