package ringside.app.runs;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.app.base.Texts;
import ringside.runs.PastRun;

/** The list of runs, with what can be done to each (WINDOW 16.4). */
public final class RunsView extends VBox {

    private static final double WIDTH = 640;
    private static final double MOST_HEIGHT = 380;

    private final RunsViewModel model;
    private final Consumer<Path> open;
    private final Consumer<Path> compare;
    private final VBox rows = new VBox();
    private final Label none = new Label(Texts.text("runs.none"));

    /**
     * Creates the view of a list.
     *
     * @param chooseFile asks for a recording that is not in the list
     * @param open shows a recording in a window of its own
     * @param compare shows a recording beside the run of this window
     */
    public RunsView(
            RunsViewModel model, Runnable chooseFile, Consumer<Path> open, Consumer<Path> compare) {
        this.model = model;
        this.open = open;
        this.compare = compare;
        setId("runs");
        getStyleClass().addAll("bubble", "runs");
        setPrefWidth(WIDTH);
        Label title = new Label(Texts.text("runs.title"));
        title.getStyleClass().add("section");
        Button file = new Button(Texts.text("runs.file"));
        file.setId("runs-file");
        file.getStyleClass().add("small");
        file.setOnAction(event -> chooseFile.run());
        HBox head = new HBox(title, space(), file);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.getStyleClass().add("runs-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        getChildren().addAll(head, none, scroll);
        model.lines().addListener((ListChangeListener<RunLine>) change -> showLines());
        showLines();
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void showLines() {
        rows.getChildren().setAll(model.lines().stream().map(this::row).toList());
        none.setVisible(model.lines().isEmpty());
        none.setManaged(model.lines().isEmpty());
    }

    private VBox row(RunLine line) {
        Label happened = new Label();
        happened.getStyleClass().add("run-happened");
        happened.textProperty().bind(line.happenedProperty());
        HBox upper = new HBox(name(line), space(), button("open", event -> open(line, open)));
        if (!model.isShown(line)) {
            upper.getChildren().add(button("compare", event -> open(line, compare)));
        }
        if (line.run().state() == PastRun.State.OVER) {
            upper.getChildren().addAll(keep(line), delete(line));
        }
        upper.getStyleClass().add("bubble-row");
        upper.setAlignment(Pos.CENTER_LEFT);
        Label when = new Label(line.when());
        when.getStyleClass().add("run-when");
        VBox row = new VBox(upper, new HBox(when, happened));
        row.getStyleClass().add("run");
        return row;
    }

    private TextField name(RunLine line) {
        TextField name = new TextField(line.nameProperty().get());
        name.getStyleClass().add("run-name");
        name.setPromptText(Texts.text("runs.name"));
        name.setAccessibleText(Texts.text("runs.name"));
        name.setOnAction(event -> model.name(line, name.getText()));
        name.focusedProperty()
                .subscribe((was, now) -> {
                    if (!now) {
                        model.name(line, name.getText());
                    }
                });
        return name;
    }

    private static Button button(String name, EventHandler<ActionEvent> act) {
        Button button = new Button(Texts.text("runs." + name));
        button.getStyleClass().addAll("small", "run-" + name);
        button.setOnAction(act);
        return button;
    }

    private static void open(RunLine line, Consumer<Path> show) {
        show.accept(line.run().recording());
    }

    private ToggleButton keep(RunLine line) {
        ToggleButton keep = new ToggleButton(Texts.text("runs.keep"));
        keep.getStyleClass().addAll("small", "run-keep");
        line.keptProperty().subscribe(keep::setSelected);
        keep.setOnAction(event -> model.toggleKept(line));
        return keep;
    }

    /** Creates the button that deletes a run when it is pressed again while it has the focus. */
    private Button delete(RunLine line) {
        BooleanProperty sure = new SimpleBooleanProperty();
        Button delete =
                button(
                        "delete",
                        event -> {
                            if (sure.get()) {
                                model.delete(line);
                            }
                            sure.set(true);
                        });
        delete.focusedProperty().subscribe((was, now) -> sure.set(false));
        sure.subscribe(
                isSure -> delete.setText(Texts.text(isSure ? "runs.delete.sure" : "runs.delete")));
        return delete;
    }
}
