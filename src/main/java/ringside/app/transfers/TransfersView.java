package ringside.app.transfers;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.app.base.Texts;
import ringside.timeline.Playhead.Source;

/** The list of transfers with a progress bar each, and buttons to open received files. */
public final class TransfersView extends BorderPane {

    private final ListView<TransferRow> list = new ListView<>();

    /**
     * Creates the list.
     *
     * @param files opens those that have arrived
     * @param time leads to where a transfer began
     * @param source of the run
     */
    public TransfersView(
            TransfersViewModel model, ReceivedFiles files, RunTime time, Source source) {
        getStyleClass().add("transfers");
        list.setId("transfers");
        list.setItems(model.rows());
        list.setCellFactory(view -> new TransferCell(files, time));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> {
                    if (row != null) {
                        model.choose(row.stateProperty().get());
                    }
                });
        list.setPlaceholder(new Label(none(source)));
        Label title = new Label(Texts.text("transfers.title"));
        title.getStyleClass().add("section");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button clear = new Button(Texts.text("transfers.clear"));
        clear.setId("clear-transfers");
        clear.getStyleClass().add("small");
        clear.setOnAction(event -> model.clearEnded());
        HBox header = new HBox(title, space, clear);
        header.getStyleClass().add("transfers-header");
        setTop(header);
        setCenter(list);
    }

    private static String none(Source source) {
        return switch (source) {
            case RUNNING -> Texts.text("transfers.none");
            case RECORDED -> Texts.text("transfers.none.recorded");
        };
    }
}
