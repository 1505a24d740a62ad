package ringside.app.events;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ringside.app.Texts;
import ringside.model.EventKind;
import ringside.model.Severity;

/** Time, peer, what happened and why; filtered by kind, peer and word. */
public final class EventsView extends BorderPane {

    private static final double ROW_HEIGHT = 21;

    private final EventsViewModel model;
    private final ListView<EventRow> list = new ListView<>();

    /**
     * Makes the list.
     *
     * @param choose told of the row that the user chose
     */
    public EventsView(EventsViewModel model, Consumer<EventRow> choose) {
        this.model = model;
        getStyleClass().add("events");
        list.setId("events");
        list.setItems(model.rows());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new EventCell());
        list.setPlaceholder(new Label(Texts.text("events.none")));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, row) -> {
                            if (row != null) {
                                choose.accept(row);
                            }
                        });
        setTop(header());
        setCenter(list);
    }

    private HBox header() {
        Label time = column("events.time", "event-time");
        Label peer = column("events.peer", "event-peer");
        Label what = column("events.what", "event-what");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        TextField filter = new TextField();
        filter.setId("event-filter");
        filter.setPromptText(Texts.text("events.filter"));
        filter.textProperty().bindBidirectional(model.wordsProperty());
        HBox header = new HBox(time, peer, what, space, filter, kinds());
        header.getStyleClass().add("events-header");
        return header;
    }

    private static Label column(String key, String styleClass) {
        Label column = new Label(Texts.text(key));
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.getStyleClass().addAll("section", styleClass);
        return column;
    }

    private MenuButton kinds() {
        MenuButton kinds = new MenuButton(Texts.text("events.kinds"));
        kinds.setId("event-kinds");
        kinds.setMinWidth(Region.USE_PREF_SIZE);
        for (EventKind kind : EventKind.values()) {
            CheckMenuItem item =
                    new CheckMenuItem(
                            Texts.text("events.kind." + kind.name().toLowerCase(Locale.ROOT)));
            item.setSelected(model.shows(kind));
            item.setOnAction(event -> model.toggle(kind));
            kinds.getItems().add(item);
        }
        CheckMenuItem routine = new CheckMenuItem(Texts.text("events.routine"));
        routine.selectedProperty().bindBidirectional(model.routineProperty());
        kinds.getItems().addAll(new SeparatorMenuItem(), routine);
        return kinds;
    }

    /** One row; its nodes are made once and filled again. */
    private static final class EventCell extends ListCell<EventRow> {

        private static final Map<Severity, PseudoClass> SEVERITIES =
                new EnumMap<>(Severity.class);

        static {
            for (Severity severity : Severity.values()) {
                SEVERITIES.put(
                        severity,
                        PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)));
            }
        }

        private final Label time = new Label();
        private final Label peer = new Label();
        private final Label what = new Label();
        private final Tooltip tip = new Tooltip();
        private final HBox row = new HBox(time, peer, what);

        EventCell() {
            time.getStyleClass().add("event-time");
            peer.getStyleClass().add("event-peer");
            what.getStyleClass().add("event-what");
            setGraphic(row);
            setPrefWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            what.setTooltip(tip);
        }

        @Override
        protected void updateItem(@Nullable EventRow item, boolean empty) {
            super.updateItem(item, empty);
            row.setVisible(item != null);
            if (item == null) {
                return;
            }
            time.setText(item.time());
            peer.setText(item.explanation().peer().toString());
            what.setText(item.explanation().text());
            tip.setText(item.explanation().text());
            SEVERITIES.forEach(
                    (severity, state) ->
                            what.pseudoClassStateChanged(
                                    state, severity == item.explanation().severity()));
        }
    }
}
