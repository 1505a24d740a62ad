package ringside.app.window;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The key map as a table, in two halves side by side so that it fits a small window. */
public final class KeyHelp extends GridPane {

    private static final double GAP = 6;

    public KeyHelp(KeyMap keys) {
        getStyleClass().addAll("bubble", "key-help");
        setId("key-help");
        setHgap(3 * GAP);
        setVgap(GAP);
        List<KeyMap.Line> lines = keys.lines();
        int half = (lines.size() + 1) / 2;
        for (int i = 0; i < lines.size(); i++) {
            KeyMap.Line line = lines.get(i);
            Label key = new Label(line.key());
            key.getStyleClass().add("key");
            int column = i < half ? 0 : 2;
            add(key, column, i % half);
            add(new Label(line.description()), column + 1, i % half);
        }
    }
}
