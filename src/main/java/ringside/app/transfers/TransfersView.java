package ringside.app.transfers;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.Desktop;
import ringside.app.Texts;
import ringside.model.TransferState.Outcome;
import ringside.model.TransferState;

/** Every transfer with a progress bar, and what can be done with a file that has arrived. */
public final class TransfersView extends BorderPane {

    private final ListView<TransferRow> list = new ListView<>();

    /** Makes the list. */
    public TransfersView(TransfersViewModel model, Desktop desktop) {
        getStyleClass().add("transfers");
        list.setId("transfers");
        list.setItems(model.rows());
        list.setCellFactory(view -> new TransferCell(desktop));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, row) -> {
                            if (row != null) {
                                model.choose(row.stateProperty().get());
                            }
                        });
        list.setPlaceholder(new Label(Texts.text("transfers.none")));
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

    private static final class TransferCell extends ListCell<TransferRow> {

        private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
        private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

        private final Desktop desktop;
        private final Label title = new Label();
        private final Label detail = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final Button open = icon(Feather.EXTERNAL_LINK, "transfers.open");
        private final Button folder = icon(Feather.FOLDER, "transfers.folder");
        private final VBox box;
        private Subscription subscription = Subscription.EMPTY;

        TransferCell(Desktop desktop) {
            this.desktop = desktop;
            title.getStyleClass().add("transfer-title");
            detail.getStyleClass().add("transfer-detail");
            bar.setMaxWidth(Double.MAX_VALUE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox top = new HBox(title, space, open, folder);
            top.getStyleClass().add("transfer-top");
            box = new VBox(top, bar, detail);
            box.getStyleClass().add("transfer");
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            open.setOnAction(event -> received().ifPresent(this.desktop::open));
            folder.setOnAction(
                    event -> received().map(Path::getParent).ifPresent(this.desktop::open));
        }

        private static Button icon(Feather icon, String key) {
            Button button = new Button(null, new FontIcon(icon));
            button.setTooltip(new Tooltip(Texts.text(key)));
            button.setAccessibleText(Texts.text(key));
            button.getStyleClass().addAll("small", "flat", key.replace('.', '-').toLowerCase(
                    Locale.ROOT));
            return button;
        }

        private Optional<Path> received() {
            return Optional.ofNullable(getItem())
                    .map(row -> row.stateProperty().get().receivedPath())
                    .map(Path::of);
        }

        @Override
        protected void updateItem(@Nullable TransferRow item, boolean empty) {
            super.updateItem(item, empty);
            subscription.unsubscribe();
            bar.progressProperty().unbind();
            detail.textProperty().unbind();
            setGraphic(item == null ? null : box);
            if (item == null) {
                return;
            }
            title.setText(item.title());
            detail.textProperty().bind(item.detailProperty());
            bar.progressProperty().bind(item.progressProperty());
            subscription = item.stateProperty().subscribe(this::mark);
        }

        private void mark(TransferState state) {
            box.pseudoClassStateChanged(DONE, state.outcome() == Outcome.DONE);
            box.pseudoClassStateChanged(FAILED, state.outcome() == Outcome.FAILED);
            open.setVisible(state.receivedPath() != null);
            folder.setVisible(state.receivedPath() != null);
        }
    }
}
