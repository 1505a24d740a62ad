package ringside.app.export;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import ringside.app.base.Texts;

/** The list of possible exports, with a button each. */
public final class ExportBox extends GridPane {

    private static final double GAP = 8;
    private static final int TEN_SECONDS = 10;

    private final ChoiceBox<Integer> seconds = new ChoiceBox<>();

    /** Creates the list; {@code wanted} takes the choice, and seconds for an animation. */
    public ExportBox(BiConsumer<ExportItem, Integer> wanted) {
        getStyleClass().add("bubble");
        setHgap(GAP);
        setVgap(GAP);
        seconds.getItems().addAll(5, TEN_SECONDS, 20, 60);
        seconds.setValue(TEN_SECONDS);
        seconds.setId("take-seconds");
        int row = 0;
        for (ExportItem item : ExportItem.values()) {
            Button save = new Button(Texts.text("export.save"));
            save.setId("take-" + item.key());
            save.getStyleClass().add("small");
            save.setOnAction(event -> wanted.accept(item, seconds.getValue()));
            Label words = new Label(Texts.text("export." + item.key()));
            words.setLabelFor(save);
            HBox right =
                    item == ExportItem.ANIMATION
                            ? new HBox(GAP, seconds, new Label(Texts.text("export.seconds")), save)
                            : new HBox(save);
            right.setAlignment(Pos.CENTER_LEFT);
            addRow(row++, words, right);
        }
    }
}
