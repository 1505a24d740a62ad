package ringside.app.events;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import ringside.app.base.TabCompletion;
import ringside.app.base.Texts;
import ringside.app.base.WholeText;
import ringside.app.search.LeaveByEscape;
import ringside.app.search.RowsInSight;
import ringside.model.EventKind;

/** The list of events with time, peer and explanation, filtered by kind, peer and word. */
public final class EventsView extends BorderPane {

    private static final double ROW_HEIGHT = 21;

    /** The distance of what lies over the list from its sides, in pixels. */
    private static final double MARGIN = 18;

    private final EventsViewModel model;
    private final ListView<EventItem> list = new ListView<>();
    private final RowsInSight inSight = new RowsInSight(list);
    private int followed;

    /** Creates the list; {@code choose} is called with the row that the user chose. */
    public EventsView(EventsViewModel model, Consumer<EventRow> choose) {
        this.model = model;
        getStyleClass().add("events");
        list.setId("events");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new EventCell(model));
        list.setPlaceholder(new Label(Texts.text("events.none")));
        KeptPlace place = new KeptPlace(list, model, choose, this::holdOrFollow);
        model.chosenProperty()
                .subscribe(row -> {
                    if (row != null) {
                        place.select(row);
                    }
                });
        setTop(header());
        StackPane stack = new StackPane(list, newRows(), problem());
        StackPane.setAlignment(list, Pos.TOP_LEFT);
        stack.heightProperty()
                .subscribe(height -> list.setMaxHeight(wholeRows(height.doubleValue())));
        setCenter(stack);
        model.positionProperty().subscribe(this::follow);
        sceneProperty()
                .subscribe(() -> Platform.runLater(() -> follow(model.positionProperty().get())));
        list.hoverProperty().subscribe(hover -> holdOrFollow());
        list.addEventFilter(ScrollEvent.SCROLL, event -> Platform.runLater(this::holdOrFollow));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> Platform.runLater(this::holdOrFollow));
        list.setOnMouseClicked(event -> toggleSelected());
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        toggleSelected();
                    }
                });
    }

    private void toggleSelected() {
        EventItem item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            model.folds().toggle(item);
        }
    }

    /** Returns the height of the whole rows that fit, at least one: no row is cut in half. */
    private double wholeRows(double height) {
        Insets around = list.getInsets();
        double edges = around.getTop() + around.getBottom();
        return Math.max(1, Math.floor((height - edges) / ROW_HEIGHT)) * ROW_HEIGHT + edges;
    }

    /** Creates the label below the filter that says what is wrong with it. */
    private Label problem() {
        Label problem = new Label();
        problem.setId("event-filter-problem");
        problem.getStyleClass().addAll("command-problem", "filter-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.setMouseTransparent(true);
        StackPane.setAlignment(problem, Pos.TOP_RIGHT);
        StackPane.setMargin(problem, new Insets(0, MARGIN, 0, MARGIN));
        return problem;
    }

    /** Creates the button that scrolls back to the new rows while older ones are read. */
    private Button newRows() {
        Button fresh = new Button();
        fresh.setId("new-events");
        fresh.getStyleClass().addAll("small", "accent");
        fresh.visibleProperty().bind(model.unseenProperty().greaterThan(0));
        model.unseenProperty()
                .subscribe(n -> fresh.setText(Texts.count("events.new", n.intValue())));
        fresh.setOnAction(event -> {
            model.heldProperty().set(false);
            list.scrollTo(0);
        });
        StackPane.setAlignment(fresh, Pos.TOP_CENTER);
        return fresh;
    }

    /** Keeps the moment shown in sight, and scrolls to the latest row on return from the past. */
    private void follow(Number position) {
        int newest = Math.min(model.firstNotAfter(position.intValue()), model.rows().size() - 1);
        int row = newest <= 0 ? newest : model.folds().indexOf(model.rows().get(newest));
        boolean hasComeBack = row == 0 && followed > 0;
        followed = row;
        if (hasComeBack) {
            model.heldProperty().set(false);
            list.scrollTo(0);
        } else if (row > 0 && !inSight.contain(row)) {
            list.scrollTo(row - 1);
        }
    }

    /** Pauses auto-scroll while the user reads older rows or points at the list. */
    private void holdOrFollow() {
        inSight.first().ifPresent(first -> model.heldProperty().set(list.isHover() || first > 0));
    }

    private HBox header() {
        Label time = column("events.time", "event-time");
        Label peer = column("events.peer", "event-peer");
        Label what = column("events.what", "event-what");
        what.setMinWidth(0);
        WholeText.tell(what);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        TextField filter = new TextField();
        filter.setId("event-filter");
        filter.setPromptText(Texts.text("events.filter"));
        WholeText.tellPrompt(filter);
        filter.textProperty().bindBidirectional(model.wordsProperty());
        filter.accessibleHelpProperty().bind(model.problemProperty());
        TabCompletion.install(filter, model::completions);
        LeaveByEscape.install(filter, list);
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
        Map<EventKind, CheckMenuItem> items = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId("kind-" + EventQuery.nameOf(kind));
            item.setSelected(model.shows(kind));
            item.setOnAction(event -> model.toggle(kind));
            items.put(kind, item);
        }
        count(items);
        kinds.setOnShowing(event -> count(items));
        kinds.getItems().addAll(items.values());
        CheckMenuItem routine = new CheckMenuItem(Texts.text("events.routine"));
        routine.selectedProperty().bindBidirectional(model.routineProperty());
        CheckMenuItem asked = new CheckMenuItem(Texts.text("events.asked"));
        asked.selectedProperty().bindBidirectional(model.askedProperty());
        CheckMenuItem folded = new CheckMenuItem(Texts.text("events.folded"));
        folded.selectedProperty().bindBidirectional(model.folds().foldsProperty());
        kinds.getItems().addAll(new SeparatorMenuItem(), asked, routine, folded);
        return kinds;
    }

    /** Writes how many events there are of each kind. */
    private void count(Map<EventKind, CheckMenuItem> items) {
        Map<EventKind, Integer> counts = model.counts();
        items.forEach((kind, item) ->
                item.setText(
                        Texts.text(
                                "events.kind",
                                Texts.text("events.kind." + EventQuery.nameOf(kind)),
                                counts.getOrDefault(kind, 0))));
    }
}
