package ringside.app.expected;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.story.StoryLine.State;

/** One row of the list of expected sentences; its nodes are created once and refilled. */
final class ExpectedCell extends ListCell<ExpectedRow> {

    private static final PseudoClass SAID = PseudoClass.getPseudoClass("said");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    /** Marks, speaker, insets and a scroll bar beside the text. */
    private static final double BESIDE_TEXT = 120;

    private final Label mark = new Label();
    private final Label speaker = new Label();
    private final Label words = new Label();
    private final Label spoken = new Label();
    private final Label detail = new Label();
    private final HBox box;

    /**
     * Creates an empty row.
     *
     * @param listWidth the room for marks, speaker and text
     */
    ExpectedCell(ObservableDoubleValue listWidth) {
        mark.getStyleClass().add("expected-mark");
        speaker.getStyleClass().add("expected-speaker");
        words.getStyleClass().add("expected-words");
        spoken.getStyleClass().add("expected-spoken");
        detail.getStyleClass().add("expected-detail");
        for (Label text : List.of(words, spoken, detail)) {
            text.setWrapText(true);
            text.prefWidthProperty().bind(Bindings.subtract(listWidth, BESIDE_TEXT));
            text.setMinHeight(USE_PREF_SIZE);
        }
        box = new HBox(mark, speaker, new VBox(words, spoken, detail));
        box.getStyleClass().add("expected-row");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable ExpectedRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        mark.setText(row.mark());
        speaker.setText(row.line().expected().speaker().toString());
        words.setText(row.line().words());
        spoken.setText(row.spoken());
        spoken.setVisible(!row.spoken().isEmpty());
        spoken.setManaged(!row.spoken().isEmpty());
        detail.setText(row.detail());
        box.pseudoClassStateChanged(SAID, row.state() == State.SAID);
        box.pseudoClassStateChanged(
                MISSING, row.state() == State.MISSING || row.state() == State.LATE);
        setGraphic(box);
    }
}
