package ringside.app.lessons;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.lessons.CardsViewModel.Phase;

/** The choices of a question, each with a field for the hands that are raised for it. */
final class ChoicesView extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final CardsViewModel cards;
    private final Runnable giveFocus;
    private @Nullable Card card;

    /** Creates the view of no card; {@code giveFocus} returns the keyboard to the window. */
    ChoicesView(CardsViewModel cards, Runnable giveFocus) {
        this.cards = cards;
        this.giveFocus = giveFocus;
        setId("card-choices");
        getStyleClass().add("card-choices");
        cards.predictionProperty().subscribe(said -> mark());
        cards.phaseProperty().subscribe(phase -> mark());
    }

    void show(@Nullable Card next) {
        if (!Objects.equals(card, next)) {
            card = next;
            getChildren().clear();
            if (next != null) {
                for (int i = 0; i < next.choices().size(); i++) {
                    getChildren().add(row(next, i));
                }
            }
        }
        setManaged(!getChildren().isEmpty());
        mark();
    }

    private HBox row(Card of, int index) {
        String choice = of.choices().get(index);
        Button button = new Button(Texts.text("card.choice", index + 1, choice));
        button.setId("card-choice-" + (index + 1));
        button.getStyleClass().add("card-choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setOnAction(event -> {
            cards.choose(index + 1);
            giveFocus.run();
        });
        HBox.setHgrow(button, Priority.ALWAYS);
        TextField hands = new TextField();
        hands.setId("card-hands-" + (index + 1));
        hands.getStyleClass().add("card-hands");
        hands.setPromptText(Texts.text("card.hands.prompt"));
        hands.setAccessibleText(Texts.text("card.hands", choice));
        hands.setTooltip(new Tooltip(Texts.text("card.hands.tip")));
        hands.setTextFormatter(
                new TextFormatter<>(change ->
                        change.getControlNewText().matches("[0-9]{0,3}") ? change : null));
        int counted = cards.handsOf(of).get(index);
        hands.setText(counted == 0 ? "" : Integer.toString(counted));
        hands.textProperty().subscribe((was, typed) -> cards.countHands(index, typed));
        HBox row = new HBox(button, hands);
        row.getStyleClass().add("card-ways");
        return row;
    }

    private void mark() {
        Card shown = card;
        if (shown == null) {
            return;
        }
        setDisable(cards.phaseProperty().get() != Phase.AT_CARD);
        String said = cards.predictionAt(shown);
        for (int i = 0; i < getChildren().size(); i++) {
            HBox row = (HBox) getChildren().get(i);
            row.getChildren()
                    .getFirst()
                    .pseudoClassStateChanged(CHOSEN, shown.choices().get(i).equals(said));
        }
    }
}
