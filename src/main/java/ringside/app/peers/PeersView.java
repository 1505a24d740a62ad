package ringside.app.peers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.app.base.PeerLook;
import ringside.app.base.Texts;
import ringside.app.base.WholeText;
import ringside.app.peers.SortKey.Direction;
import ringside.app.search.LeaveByEscape;
import ringside.app.search.RowsInSight;
import ringside.model.RingState;
import ringside.ring.PeerId;

/** The table of all peers, with a filter and columns to choose (WINDOW 3.3). */
public final class PeersView extends BorderPane {

    private static final double ROW_HEIGHT = 22;

    /** The least width of the column of states, its padding, and a letter's share, in pixels. */
    private static final double STATE_LEAST_WIDTH = 73;

    private static final double STATE_PADDING = 14;
    private static final double LETTER_WIDTH = 6.5;

    /** Rows above one that is brought into sight. */
    private static final int ROWS_BEFORE = 2;

    private final PeersViewModel model;
    private final MenuOpener menu;
    private final TableView<PeerRow> table = new TableView<>();
    private final Map<PeerColumn, TableColumn<PeerRow, PeerFigures>> columns =
            new EnumMap<>(PeerColumn.class);
    private final RowsInSight inSight = new RowsInSight(table);
    private boolean isShowingOrder;

    /** Opens the menu of a peer at a point of the screen. */
    @FunctionalInterface
    public interface MenuOpener {
        void open(PeerId id, Node anchor, double screenX, double screenY);
    }

    /** Creates the table, which shows nothing before the first {@link #onFrame}. */
    public PeersView(PeersViewModel model, MenuOpener menu) {
        this.model = model;
        this.menu = menu;
        getStyleClass().add("peers");
        table.setId("peers");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW_HEIGHT);
        table.setAccessibleText(Texts.text("accessible.peers"));
        table.setPlaceholder(new Label(Texts.text("peers.none")));
        table.setRowFactory(view -> new PeerTableRow(this::openMenu));
        for (PeerColumn column : PeerColumn.values()) {
            columns.put(column, tableColumn(column));
        }
        table.getColumns().setAll(columns.values());
        table.setSortPolicy(view -> sortedByUser());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> model.choose(row));
        table.setOnContextMenuRequested(this::openMenuOfSelected);
        setTop(header());
        setCenter(table);
        model.orderProperty().subscribe(this::showOrder);
        model.wordsProperty().subscribe(this::arrange);
        model.selectedProperty().subscribe(this::showAndReveal);
    }

    private TableColumn<PeerRow, PeerFigures> tableColumn(PeerColumn column) {
        TableColumn<PeerRow, PeerFigures> made = new TableColumn<>(column.head());
        made.setId("peers-" + column.styleClass());
        made.getStyleClass().add(made.getId());
        made.setPrefWidth(width(column));
        // A click on a head that trembles a little sorts, and drags nothing.
        made.setReorderable(false);
        made.setCellValueFactory(cell -> cell.getValue().figuresProperty());
        made.setCellFactory(of -> new PeerCell(column));
        made.visibleProperty().bindBidirectional(model.shownProperty(column));
        return made;
    }

    private static double width(PeerColumn column) {
        return switch (column) {
            case PEER -> 38;
            case STATE -> stateWidth();
            case HOST -> 70;
            case FIRST_SUCCESSOR, SECOND_SUCCESSOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR -> 58;
            case MISSED -> 48;
            case ROUND_TRIP -> 50;
            case FILES -> 42;
            case TRAFFIC -> 52;
            case MEMORY -> 58;
            case AGE -> 52;
        };
    }

    /** Returns the width for the longest state in the language of the window. */
    private static double stateWidth() {
        return Stream.of(PeerLook.values())
                .mapToDouble(look -> STATE_PADDING + LETTER_WIDTH * look.word().length())
                .reduce(STATE_LEAST_WIDTH, Math::max);
    }

    private HBox header() {
        Label count = new Label();
        count.setId("peers-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty().bind(model.countProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        TextField filter = new TextField();
        filter.setId("peers-filter");
        filter.setPromptText(Texts.text("peers.filter"));
        WholeText.tellPrompt(filter);
        filter.textProperty().bindBidirectional(model.wordsProperty());
        LeaveByEscape.install(filter, table);
        HBox header = new HBox(count, space, filter, columnMenu());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("peers-header");
        return header;
    }

    private MenuButton columnMenu() {
        MenuButton menuButton = new MenuButton(Texts.text("peers.columns"));
        menuButton.setId("peers-columns");
        menuButton.setMinWidth(Region.USE_PREF_SIZE);
        for (PeerColumn column : PeerColumn.values()) {
            CheckMenuItem item = new CheckMenuItem(column.meaning());
            item.setId("peers-show-" + column.styleClass());
            item.selectedProperty().bindBidirectional(model.shownProperty(column));
            menuButton.getItems().add(item);
        }
        return menuButton;
    }

    private void openMenu(PeerRow row, Node anchor, ContextMenuEvent event) {
        model.choose(row);
        menu.open(row.id(), anchor, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /** Opens the menu by its key, which is sent to the table and not to a row. */
    private void openMenuOfSelected(ContextMenuEvent event) {
        PeerRow row = table.getSelectionModel().getSelectedItem();
        if (event.isKeyboardTrigger() && row != null) {
            openMenu(row, table, event);
        }
    }

    /** Takes over the columns on whose heads the user clicked; returns that the rows are sorted. */
    private boolean sortedByUser() {
        if (!isShowingOrder) {
            model.orderProperty().set(shownOrder());
            arrange();
        }
        return true;
    }

    private List<SortKey> shownOrder() {
        return table.getSortOrder().stream()
                .map(sorted ->
                        new SortKey(
                                columnOf(sorted),
                                sorted.getSortType() == SortType.ASCENDING
                                        ? Direction.ASCENDING
                                        : Direction.DESCENDING))
                .toList();
    }

    private PeerColumn columnOf(TableColumn<PeerRow, ?> shown) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(shown))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void showOrder(List<SortKey> order) {
        if (order.equals(shownOrder())) {
            return;
        }
        isShowingOrder = true;
        table.getSortOrder().clear();
        for (SortKey key : order) {
            TableColumn<PeerRow, PeerFigures> sorted = columns.get(key.column());
            if (sorted != null) {
                sorted.setSortType(sortType(key.direction()));
                table.getSortOrder().add(sorted);
            }
        }
        isShowingOrder = false;
        arrange();
    }

    private static SortType sortType(Direction direction) {
        return switch (direction) {
            case ASCENDING -> SortType.ASCENDING;
            case DESCENDING -> SortType.DESCENDING;
        };
    }

    /** Arranges the rows, and keeps the selected one in sight if it was. */
    private void arrange() {
        boolean wasInSight = model.selectedIndex().filter(inSight::contain).isPresent();
        model.arrange();
        showSelection();
        if (wasInSight) {
            reveal();
        }
    }

    private void showAndReveal() {
        showSelection();
        reveal();
    }

    private void showSelection() {
        int index = model.selectedIndex().orElse(-1);
        if (index == table.getSelectionModel().getSelectedIndex()) {
            return;
        }
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().select(index);
        }
    }

    private void reveal() {
        model.selectedIndex()
                .filter(index -> !inSight.contain(index))
                .ifPresent(index -> table.scrollTo(Math.max(0, index - ROWS_BEFORE)));
    }

    /**
     * Shows a moment; called once a frame while the table is in sight.
     *
     * @param nowMicros the time that is shown, in microseconds since the epoch
     */
    public void onFrame(RingState ring, long nowMicros) {
        if (model.update(ring, nowMicros)) {
            arrange();
        }
    }
}
