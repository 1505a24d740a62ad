package ringside.app.transfers;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;

/** One row of the list of transfers; its nodes are created once and refilled. */
final class TransferCell extends ListCell<TransferRow> {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final ReceivedFiles files;
    private final RunTime time;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button began = button(new Button(), "transfers.began");
    private final Button open = icon(Feather.EXTERNAL_LINK, "transfers.open");
    private final Button folder = icon(Feather.FOLDER, "transfers.folder");
    private final StackPane openHolder = new StackPane(open);
    private final StackPane folderHolder = new StackPane(folder);
    private final Tooltip missing = new Tooltip();
    private final VBox box;
    private Subscription subscription = Subscription.EMPTY;

    TransferCell(ReceivedFiles files, RunTime time) {
        this.files = files;
        this.time = time;
        title.getStyleClass().add("transfer-title");
        detail.getStyleClass().add("transfer-detail");
        began.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(title, began, space, openHolder, folderHolder);
        top.getStyleClass().add("transfer-top");
        box = new VBox(top, bar, detail);
        box.getStyleClass().add("transfer");
        setPrefWidth(0);
        box.setOnMouseEntered(event -> look());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        began.setOnAction(event -> state().ifPresent(this::showBeginning));
        open.setOnAction(event -> state().ifPresent(this::open));
        folder.setOnAction(event -> state().ifPresent(this::openFolder));
    }

    private static Button icon(Feather icon, String key) {
        return button(new Button(null, new FontIcon(icon)), key);
    }

    private static Button button(Button button, String key) {
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setAccessibleText(Texts.text(key));
        button.getStyleClass()
                .addAll("small", "flat", key.replace('.', '-').toLowerCase(Locale.ROOT));
        return button;
    }

    private Optional<TransferState> state() {
        return Optional.ofNullable(getItem()).map(row -> row.stateProperty().get());
    }

    private void showBeginning(TransferState transfer) {
        time.goTo().accept(transfer.startedAtMicros());
    }

    private void open(TransferState transfer) {
        files.open(transfer, sentence -> refuse(transfer, sentence));
    }

    private void openFolder(TransferState transfer) {
        files.openFolder(transfer, sentence -> refuse(transfer, sentence));
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
        began.setText(ClockTime.tenths(state.startedAtMicros() - time.startMicros().getAsLong()));
        openHolder.setVisible(state.receivedPath() != null);
        folderHolder.setVisible(state.receivedPath() != null);
        look();
    }

    /** Looks whether there is a file: a recording may come from elsewhere, or the file be gone. */
    private void look() {
        state().filter(transfer -> transfer.receivedPath() != null)
                .ifPresent(transfer ->
                        files.look(
                                transfer,
                                () -> offer(transfer),
                                sentence -> refuse(transfer, sentence)));
    }

    /** A row may have got another transfer while its file was looked for. */
    private boolean isStillOf(TransferState transfer) {
        return state().map(TransferState::receivedPath)
                .filter(path -> path.equals(transfer.receivedPath()))
                .isPresent();
    }

    private void offer(TransferState transfer) {
        if (!isStillOf(transfer)) {
            return;
        }
        open.setDisable(false);
        folder.setDisable(false);
        Tooltip.uninstall(openHolder, missing);
        Tooltip.uninstall(folderHolder, missing);
    }

    /** Disables the buttons; as they then show no tooltip, their panes carry it. */
    private void refuse(TransferState transfer, String sentence) {
        if (!isStillOf(transfer)) {
            return;
        }
        open.setDisable(true);
        folder.setDisable(true);
        missing.setText(sentence);
        Tooltip.install(openHolder, missing);
        Tooltip.install(folderHolder, missing);
    }
}
