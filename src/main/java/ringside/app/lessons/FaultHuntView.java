package ringside.app.lessons;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.lessons.FaultHuntViewModel.Clue;
import ringside.app.lessons.FaultHuntViewModel.Phase;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;

/** The lists for a guess, the verdict, and the events that gave the fault away (WINDOW 12.4). */
final class FaultHuntView extends VBox {

    private final FaultHuntViewModel model;
    private final ComboBox<PeerId> peer = new ComboBox<>();
    private final ComboBox<PlantedFault> fault = new ComboBox<>();
    private final Button guess = button("hunt-guess");
    private final Button tell = button("hunt-tell");
    private final ListView<Clue> clues = new ListView<>();

    FaultHuntView(FaultHuntViewModel model) {
        this.model = model;
        getStyleClass().add("hunt");
        peer.setId("hunt-peer");
        peer.setPromptText(Texts.text("hunt.peer"));
        peer.getItems().setAll(FaultHuntViewModel.RING);
        peer.setConverter(words(id -> Texts.text("hunt.peer.one", id)));
        fault.setId("hunt-fault");
        fault.setPromptText(Texts.text("hunt.fault"));
        fault.getItems().setAll(PlantedFault.values());
        fault.setConverter(words(FaultHuntViewModel::describe));
        fault.setMaxWidth(Double.MAX_VALUE);
        guess.setOnAction(event -> model.guess(peer.getValue(), fault.getValue()));
        tell.setOnAction(event -> model.giveUp());
        Button end = button("hunt-end");
        end.setOnAction(event -> model.end());
        HBox row = new HBox(peer, guess, tell, end);
        row.getStyleClass().add("lesson-buttons");
        clues.setId("hunt-clues");
        clues.setItems(model.clues());
        clues.setCellFactory(view -> new ClueCell());
        VBox.setVgrow(clues, Priority.ALWAYS);
        Label verdict = label("hunt-verdict");
        verdict.textProperty().bind(model.verdictProperty());
        Label hint = label("hunt-hint");
        hint.textProperty().bind(model.hintProperty());
        for (Label text : new Label[] {verdict, hint}) {
            text.managedProperty().bind(text.textProperty().isNotEmpty());
        }
        getChildren().addAll(fault, row, verdict, hint, clues);
        peer.valueProperty().subscribe(this::enable);
        fault.valueProperty().subscribe(this::enable);
        model.phaseProperty().subscribe(this::show);
    }

    private static Button button(String id) {
        Button button = new Button(Texts.text(id.replace('-', '.')));
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    private static <T> StringConverter<T> words(Function<T, String> describe) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : describe.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed");
            }
        };
    }

    private void show(Phase phase) {
        switch (phase) {
            case LEAVING -> {
                peer.setValue(null);
                fault.setValue(null);
            }
            case NONE, STARTING, LOOKING, TOLD -> {}
        }
        boolean isTold = phase == Phase.TOLD;
        clues.setVisible(isTold);
        for (Node choice : List.of(fault, peer, guess, tell)) {
            choice.setVisible(!isTold);
            choice.setManaged(!isTold);
        }
        enable();
    }

    private void enable() {
        boolean isLooking = model.phaseProperty().get() == Phase.LOOKING;
        tell.setDisable(!isLooking);
        guess.setDisable(!isLooking || peer.getValue() == null || fault.getValue() == null);
    }

    /** An event with its time. */
    private static final class ClueCell extends ListCell<Clue> {

        ClueCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Clue clue, boolean empty) {
            super.updateItem(clue, empty);
            setText(clue == null ? "" : clue.time() + "  " + clue.text());
        }
    }
}
