package ringside.app.base;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * A pane around a button whose tooltip says what the button does, or why it is disabled; a disabled
 * button shows no tooltip of its own. JavaFX thread only.
 */
public final class ButtonWithReason extends StackPane {

    /**
     * Wraps a button and disables it while there is a reason.
     *
     * @param disabledReason one plain sentence; empty while the button is enabled
     * @param does what the button does, one plain sentence
     */
    public ButtonWithReason(
            ButtonBase button, ObservableValue<String> disabledReason, String does) {
        super(button);
        button.setTooltip(null);
        button.disableProperty().bind(disabledReason.map(why -> !why.isEmpty()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(disabledReason.map(why -> why.isEmpty() ? does : why));
        Tooltip.install(this, tip);
    }
}
