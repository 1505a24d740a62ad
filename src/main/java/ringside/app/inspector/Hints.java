package ringside.app.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import ringside.app.base.Texts;
import ringside.timeline.Playhead.Source;

/** Hints for a first start, shown in the inspector while no peer is selected. */
public final class Hints extends GridPane {

    private static final List<String> FOR_RUNNING =
            List.of("select", "kill", "request", "pause", "lessons", "keys");
    private static final List<String> FOR_RECORDED =
            List.of("select", "ask", "event", "play", "compare", "keys");
    private static final double GAP = 8;

    /** Creates the hints for a source: those for a recording contain questions, but no actions. */
    public Hints(Source source) {
        setId("hints");
        getStyleClass().add("hints");
        setHgap(2 * GAP);
        setVgap(GAP);
        List<String> hints =
                switch (source) {
                    case RUNNING -> FOR_RUNNING;
                    case RECORDED -> FOR_RECORDED;
                };
        for (String hint : hints) {
            Label how = new Label(Texts.text("hint." + hint + ".how"));
            how.getStyleClass().add("hint-how");
            how.setMinWidth(USE_PREF_SIZE);
            Label what = new Label(Texts.text("hint." + hint));
            what.getStyleClass().add("hint-what");
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            addRow(getRowCount(), how, what);
        }
    }
}
