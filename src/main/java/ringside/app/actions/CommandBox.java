package ringside.app.actions;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import ringside.app.base.TabCompletion;
import ringside.app.base.Texts;
import ringside.app.base.WholeText;

/** A text field for commands, with a preview at its right end and a problem shown below it. */
public final class CommandBox extends StackPane {

    /** Space around the typed text and before the preview, in pixels. */
    private static final double AROUND = 30;

    private final CommandBoxViewModel model;
    private final TextField field = new TextField();
    private final Label problem = new Label();
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
        WholeText.tellPrompt(field);
        field.setOnAction(event -> model.run());
        keys.put(KeyCode.UP, model::earlier);
        keys.put(KeyCode.DOWN, model::later);
        keys.put(KeyCode.ESCAPE, this::leave);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        TabCompletion.install(
                field, () -> model.completions().stream().map(text -> text + " ").toList());
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
        if (action == null) {
            return;
        }
        action.run();
        field.positionCaret(field.getText().length());
        event.consume();
    }

    private void leave() {
        model.clearError();
        getScene().getRoot().requestFocus();
    }
}
