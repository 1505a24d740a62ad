package ringside.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Desktop;
import ringside.app.base.PopOverLayer;
import ringside.app.base.Texts;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** Asks and informs the user in a pop-over that points at the peer. JavaFX thread only. */
public final class PeerPopovers {

    private final Function<PeerId, Node> anchorOf;
    private final PopOverLayer layer;
    private final Desktop desktop;
    private @Nullable ContextMenu menu;

    /**
     * Opens none yet.
     *
     * @param anchorOf finds a peer's node, or that of the ring if the peer is not drawn
     * @param layer of the window
     */
    public PeerPopovers(Function<PeerId, Node> anchorOf, PopOverLayer layer, Desktop desktop) {
        this.anchorOf = anchorOf;
        this.layer = layer;
        this.desktop = desktop;
    }

    /** Shows a sentence where the peer is drawn. */
    public void tell(PeerId id, String sentence) {
        Label text = new Label(sentence);
        text.setId("notice");
        text.setWrapText(true);
        text.setMaxWidth(300);
        VBox box = new VBox(text);
        box.getStyleClass().addAll("bubble", "notice");
        layer.tell(anchorOf.apply(id), box);
    }

    void show(ContextMenu fresh, Node anchor, double screenX, double screenY) {
        fresh.show(anchor, screenX, screenY);
        menu = fresh;
    }

    /** Asks which file a peer should request, and passes the command to {@code then}. */
    void askRequest(PeerId id, Consumer<Command> then) {
        askNumber(
                id,
                Texts.text("ask.request", id),
                Texts.text("ask.request.button"),
                "",
                number -> new Command.Tell(List.of(id), new PeerCommand.Request(number)),
                then);
    }

    /** Asks under which number a peer should store a file, and passes the command on. */
    void askNumber(PeerId id, Path file, Consumer<Command> then) {
        String name = String.valueOf(file.getFileName());
        String guess = name.matches("[0-9]{4}\\b.*") ? name.substring(0, 4) : "";
        askNumber(
                id,
                Texts.text("ask.store", name, id),
                Texts.text("ask.store.button"),
                guess,
                number ->
                        new Command.Tell(
                                List.of(id),
                                new PeerCommand.Store(file.toAbsolutePath().toString(), number)),
                then);
    }

    private void askNumber(
            PeerId id,
            String question,
            String button,
            String guess,
            Function<FileNumber, Command> command,
            Consumer<Command> then) {
        TextField field = new TextField(guess);
        field.setId("file-number");
        field.setPromptText("2012");
        field.setPrefColumnCount(6);
        field.setTextFormatter(new TextFormatter<String>(PeerPopovers::digitsOnly));
        ValidationSupport validation = new ValidationSupport();
        validation.registerValidator(
                field,
                false,
                Validator.<String>createPredicateValidator(
                        text -> text != null && text.matches("[0-9]{4}"),
                        Texts.text("ask.number.wrong")));
        Button go = new Button(button);
        go.setId("file-number-go");
        go.getStyleClass().add("accent");
        go.disableProperty().bind(validation.invalidProperty());
        Label preview = new Label();
        preview.getStyleClass().add("muted");
        field.textProperty().subscribe(text -> preview.setText(hashOf(text)));
        Runnable submit =
                () -> {
                    if (field.getText().matches("[0-9]{4}")) {
                        close();
                        then.accept(command.apply(new FileNumber(field.getText())));
                    }
                };
        go.setOnAction(event -> submit.run());
        field.setOnAction(event -> submit.run());
        HBox row = new HBox(field, go);
        row.getStyleClass().add("bubble-row");
        VBox box = new VBox(new Label(question), row, preview);
        box.getStyleClass().add("bubble");
        show(id, box);
    }

    /** Rejects all but digits, also the letter of the key that opened the pop-over. */
    private static TextFormatter.@Nullable Change digitsOnly(TextFormatter.Change change) {
        return change.getControlNewText().matches("[0-9]{0,4}") ? change : null;
    }

    private static String hashOf(String text) {
        return text.matches("[0-9]{4}")
                ? Texts.text("ask.hash", text, new FileNumber(text).hash())
                : Texts.text("ask.number.wrong");
    }

    /** Asks for a file of this machine; empty when the user chooses none. */
    Optional<Path> chooseFile(PeerId id) {
        return desktop.chooseFile(anchorOf.apply(id).getScene().getWindow());
    }

    private void show(PeerId id, Node content) {
        layer.show(anchorOf.apply(id), content);
    }

    /** Closes the open pop-over and menu. */
    public void close() {
        layer.close();
        if (menu != null) {
            menu.hide();
            menu = null;
        }
    }
}
