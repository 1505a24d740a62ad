package ringside.app.expected;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import ringside.app.base.Texts;

/** The list of expected sentences: open, said, late or missing, each with its reason. */
public final class ExpectedView extends BorderPane {

    private final ListView<ExpectedRow> list = new ListView<>();

    /** Creates the list. */
    public ExpectedView(ExpectedViewModel model) {
        getStyleClass().add("expected");
        list.setId("expected");
        list.setItems(model.rows());
        list.setCellFactory(view -> new ExpectedCell(list.widthProperty()));
        list.setPlaceholder(new Label(Texts.text("expected.none")));
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(() -> model.choose(list.getSelectionModel().getSelectedItem()));
        setCenter(list);
    }
}
