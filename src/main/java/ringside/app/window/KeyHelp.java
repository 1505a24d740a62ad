package ringside.app.window;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The key map as a table of two columns. */
public final class KeyHelp extends GridPane {

    private static final double GAP = 6;

    public KeyHelp(KeyMap keys) {
        getStyleClass().addAll("bubble", "key-help");
        setId("key-help");
        setHgap(3 * GAP);
        setVgap(GAP);
        int row = 0;
        for (KeyMap.Line line : keys.lines()) {
            Label key = new Label(line.key());
            key.getStyleClass().add("key");
            addRow(row++, key, new Label(line.description()));
        }
    }
}
