package ringside.app.ladder;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.ladder.LadderRow;

/** The rows of the ladder as a table, for keyboards and screen readers. JavaFX thread only. */
final class LadderTable extends TableView<LadderRow> {

    private static final double TIME_WIDTH = 108;

    private final LadderViewModel model;
    private @Nullable LadderData shown;
    private long shownEdition;

    LadderTable(LadderViewModel model) {
        this.model = model;
        setId("ladder-table");
        setAccessibleText(Texts.text("accessible.ladder"));
        setPlaceholder(new Label(Texts.text("ladder.none")));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        TableColumn<LadderRow, String> time = column("ladder.column.time", LadderWords::sinceStart);
        time.setPrefWidth(TIME_WIDTH);
        time.setMaxWidth(TIME_WIDTH);
        getColumns().setAll(List.of(time, column("ladder.column.what", LadderWords::of)));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
    }

    private TableColumn<LadderRow, String> column(
            String key, BiFunction<LadderRow, LadderData, String> words) {
        TableColumn<LadderRow, String> column = new TableColumn<>(Texts.text(key));
        column.setSortable(false);
        column.setReorderable(false);
        Function<LadderRow, String> text =
                row -> {
                    LadderData picture = shown;
                    return picture == null ? "" : words.apply(row, picture);
                };
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(of -> new TextCell());
        return column;
    }

    /** A cell whose tooltip shows text that does not fit. */
    private static final class TextCell extends TableCell<LadderRow, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(text);
            whole.setText(text);
            setTooltip(empty ? null : whole);
        }
    }

    private void openSelected() {
        if (getSelectionModel().getSelectedItem() instanceof LadderRow.Run run) {
            model.open(run);
        }
    }

    /** Shows the current rows, while the table is visible. */
    void onFrame() {
        LadderData picture = model.pictureProperty().get();
        long edition = picture == null ? 0 : picture.edition();
        if (edition == shownEdition || !isVisible()) {
            return;
        }
        shown = picture;
        shownEdition = edition;
        int selected = getSelectionModel().getSelectedIndex();
        getItems().setAll(picture == null ? List.of() : picture.rows());
        if (selected >= 0) {
            getSelectionModel().select(selected);
        }
    }
}
