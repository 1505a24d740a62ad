package ringside.app.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import ringside.app.Texts;

/** What one can try, where the inspector has nobody to show: a first start explains itself. */
final class Hints extends GridPane {

    private static final List<String> HINTS =
            List.of("select", "kill", "request", "pause", "lessons", "keys");
    private static final double GAP = 8;

    Hints() {
        setId("hints");
        getStyleClass().add("hints");
        setHgap(2 * GAP);
        setVgap(GAP);
        for (String hint : HINTS) {
            Label how = new Label(Texts.text("hint." + hint + ".how"));
            how.getStyleClass().add("hint-how");
            how.setMinWidth(USE_PREF_SIZE);
            Label what = new Label(Texts.text("hint." + hint));
            what.getStyleClass().add("hint-what");
            what.setWrapText(true);
            addRow(getRowCount(), how, what);
        }
    }
}
