package ringside.app.actions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import ringside.app.base.Texts;

/** A text field for commands, with a preview at its right end and a problem shown below it. */
public final class CommandBox extends StackPane {

    /** Completions offered at once: more would cover the ring. */
    private static final int MOST_OFFERED = 10;

    /** Space around the typed text and before the preview, in pixels. */
    private static final double AROUND = 30;

    private final CommandBoxViewModel model;
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final ContextMenu offers = new ContextMenu();
    private final Map<KeyCode, Runnable> keys = new EnumMap<>(KeyCode.class);

    public CommandBox(CommandBoxViewModel model) {
        this.model = model;
        getStyleClass().add("command-box");
        field.setId("command");
        field.promptTextProperty()
                .bind(
                        model.disabledReasonProperty()
                                .map(why -> why.isEmpty() ? Texts.text("command.prompt") : why));
        field.disableProperty().bind(model.disabledReasonProperty().isNotEmpty());
        field.textProperty().bindBidirectional(model.textProperty());
        field.setOnAction(event -> model.run());
        keys.put(KeyCode.UP, model::earlier);
        keys.put(KeyCode.DOWN, model::later);
        keys.put(KeyCode.TAB, this::complete);
        keys.put(KeyCode.ESCAPE, this::leave);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label preview = new Label();
        preview.setId("command-preview");
        preview.getStyleClass().add("command-preview");
        preview.textProperty().bind(model.previewProperty());
        preview.setMouseTransparent(true);
        preview.setMinWidth(0);
        field.textProperty().subscribe(() -> keepClear(preview));
        field.widthProperty().subscribe(() -> keepClear(preview));
        problem.setId("command-problem");
        problem.getStyleClass().add("command-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.setManaged(false);
        problem.setWrapText(true);
        problem.setMouseTransparent(true);
        problem.setViewOrder(-1);
        problem.textProperty().subscribe(this::requestLayout);
        StackPane.setAlignment(preview, Pos.CENTER_RIGHT);
        getChildren().addAll(field, preview, problem);
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Cuts the preview off where it would overlap the typed text. */
    private void keepClear(Label preview) {
        Text typed = new Text(field.getText());
        typed.setFont(field.getFont());
        double width = field.getWidth() - typed.getLayoutBounds().getWidth() - AROUND;
        preview.setMaxWidth(Math.max(0, width));
    }

    /** Ignores the preview: a long one must not take space from the nodes beside the box. */
    @Override
    protected double computePrefWidth(double height) {
        return field.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = Math.min(getWidth(), problem.prefWidth(-1));
        problem.resizeRelocate(0, getHeight() + 4, width, problem.prefHeight(width));
    }

    /** Focuses the field and selects its text. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /** Focuses the field with the beginning of a command, for the user to complete. */
    public void begin(String text) {
        model.textProperty().set(text);
        field.requestFocus();
        field.positionCaret(text.length());
    }

    private void pressed(KeyEvent event) {
        Runnable action = keys.get(event.getCode());
        if (action == null || isLeaving(event)) {
            return;
        }
        action.run();
        field.positionCaret(field.getText().length());
        event.consume();
    }

    /** Returns whether Tab leaves the box: with Shift, or when there is nothing to complete. */
    private boolean isLeaving(KeyEvent event) {
        return event.getCode() == KeyCode.TAB
                && (event.isShiftDown()
                        || field.getText().isBlank()
                        || model.completions().isEmpty());
    }

    private void leave() {
        model.clearError();
        getScene().getRoot().requestFocus();
    }

    private void complete() {
        List<String> completions = model.completions();
        if (completions.size() == 1) {
            model.textProperty().set(completions.getFirst() + " ");
            return;
        }
        offers.getItems().clear();
        for (String text : completions.subList(0, Math.min(MOST_OFFERED, completions.size()))) {
            MenuItem item = new MenuItem(text);
            item.setOnAction(event -> begin(text + " "));
            offers.getItems().add(item);
        }
        if (!completions.isEmpty()) {
            offers.show(field, Side.BOTTOM, 0, 0);
        }
    }
}
