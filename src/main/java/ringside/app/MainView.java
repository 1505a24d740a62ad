package ringside.app;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.app.actions.ActionBar;
import ringside.app.actions.CommandBox;
import ringside.app.events.EventsView;
import ringside.app.inspector.InspectorView;
import ringside.app.ring.LegendView;
import ringside.app.ring.RingView;
import ringside.app.transfers.TransfersView;

/** The composition of the window: toolbar, ring and events left, inspector and transfers right. */
final class MainView extends BorderPane {

    private static final double RIGHT_WIDTH = 500;
    private static final double EVENTS_SHARE = 0.77;
    private static final double TRANSFERS_SHARE = 0.77;

    private final MainViewModel model;
    private final RingView ring;
    private final CommandBox commandBox;
    private final SplitPane columns = new SplitPane();

    MainView(MainViewModel model, Deeds deeds, Desktop desktop) {
        this.model = model;
        getStyleClass().add("main");
        ring = new RingView(model.ring(), deeds);
        commandBox = new CommandBox(model.commandBox());
        setTop(toolbar(deeds));
        BorderPane ringPane = new BorderPane(ring);
        ringPane.setBottom(new LegendView(model.ring()));
        ringPane.getStyleClass().add("ring-pane");
        SplitPane left =
                split(
                        ringPane,
                        new EventsView(model.events(), row -> model.choose(row.explanation())));
        left.setDividerPositions(EVENTS_SHARE);
        SplitPane right =
                split(
                        new InspectorView(model.inspector(), model::select),
                        new TransfersView(model.transfers(), desktop));
        right.setDividerPositions(TRANSFERS_SHARE);
        right.setPrefWidth(RIGHT_WIDTH);
        right.setMinWidth(360);
        columns.getItems().addAll(left, right);
        SplitPane.setResizableWithParent(right, false);
        setCenter(columns);
    }

    private static SplitPane split(javafx.scene.Node top, javafx.scene.Node bottom) {
        SplitPane split = new SplitPane(top, bottom);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(bottom, false);
        return split;
    }

    private HBox toolbar(Deeds deeds) {
        Label name = new Label(Texts.text("window.title"));
        name.getStyleClass().add("window-name");
        ActionBar actions =
                new ActionBar(
                        model.actions(),
                        deeds::addAnywhere,
                        action -> model.selected().ifPresent(id -> deeds.act(action, id)));
        HBox.setHgrow(commandBox, Priority.ALWAYS);
        Label glance = new Label();
        glance.setId("settings-at-a-glance");
        glance.getStyleClass().add("glance");
        glance.textProperty().bind(model.glanceProperty());
        HBox toolbar = new HBox(name, actions, commandBox, glance);
        toolbar.getStyleClass().add("toolbar");
        toolbar.setViewOrder(-1);
        return toolbar;
    }

    RingView ring() {
        return ring;
    }

    CommandBox commandBox() {
        return commandBox;
    }
}
