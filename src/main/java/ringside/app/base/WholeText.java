package ringside.app.base;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** Tooltips with the whole text of what is cut off where there is no room. JavaFX thread only. */
public final class WholeText {

    private WholeText() {}

    /** Gives a label or a button its own text as its tooltip. */
    public static void tell(Labeled labeled) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(labeled.textProperty());
        labeled.setTooltip(tip);
    }

    /** Gives a field its prompt as its tooltip. */
    public static void tellPrompt(TextField field) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(field.promptTextProperty());
        field.setTooltip(tip);
    }
}
