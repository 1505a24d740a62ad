package ringside.app.base;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * The place of a button: says what the button does, or why it is disabled. A disabled button gets
 * no tooltip of its own. JavaFX thread.
 */
public final class ButtonWithReason extends StackPane {

    /**
     * Disables a button while something hinders.
     *
     * @param disabledReason one plain sentence; empty while nothing does
     * @param does what the button does, one plain sentence
     */
    public ButtonWithReason(Button button, ObservableValue<String> disabledReason, String does) {
        super(button);
        button.setTooltip(null);
        button.disableProperty().bind(disabledReason.map(why -> !why.isEmpty()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(disabledReason.map(why -> why.isEmpty() ? does : why));
        Tooltip.install(this, tip);
    }
}
