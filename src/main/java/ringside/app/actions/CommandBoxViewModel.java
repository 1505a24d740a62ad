package ringside.app.actions;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ringside.model.RingState;
import ringside.status.Command;

/**
 * The command box: the typed text, a preview of its effect, and earlier commands. A wrong command
 * stays in the box, with the problem below it. JavaFX thread only.
 */
public final class CommandBoxViewModel {

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disabledReason = new ReadOnlyStringWrapper("");
    private final CommandHistory history = new CommandHistory();
    private final Supplier<RingState> ring;
    private final BiConsumer<Command, Consumer<String>> carryOut;
    private final LocalFiles files;

    /**
     * Creates an empty box.
     *
     * @param ring supplies the current ring, for the preview
     * @param carryOut carries out a command, and passes the reason of a failure to its second
     *     argument
     * @param files tells which files are missing
     */
    public CommandBoxViewModel(
            Supplier<RingState> ring,
            BiConsumer<Command, Consumer<String>> carryOut,
            LocalFiles files) {
        this.ring = ring;
        this.carryOut = carryOut;
        this.files = files;
        text.addListener((property, before, now) -> typed());
    }

    /** Disables the box, with a reason. */
    public void prevent(String why) {
        disabledReason.set(why);
    }

    /** The reason why the box is disabled, one plain sentence; empty when it is enabled. */
    public ReadOnlyStringProperty disabledReasonProperty() {
        return disabledReason.getReadOnlyProperty();
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The effect of the typed command; empty unless the text is a valid command. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The error in the command that the user tried to run; empty while the user types. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Clears the problem, as the user has turned to something else. */
    public void clearError() {
        problem.set("");
    }

    private void typed() {
        problem.set("");
        previewOf(text.get()).fileToStore().ifPresent(path -> files.look(path, this::refresh));
        refresh();
    }

    /** Updates the preview, as the ring may have changed since the text was typed. */
    public void refresh() {
        CommandPreview now = previewOf(text.get());
        preview.set(now.command().isPresent() ? now.text() : "");
    }

    private CommandPreview previewOf(String typed) {
        return CommandPreview.of(typed, ring.get(), files::isMissing);
    }

    /** Runs the typed command and empties the box at once for the next one. */
    public void run() {
        String typed = text.get();
        CommandPreview now = previewOf(typed);
        if (now.command().isEmpty()) {
            problem.set(now.text());
            return;
        }
        history.add(typed.strip());
        text.set("");
        carryOut.accept(now.command().get(), reason -> failed(typed, reason));
    }

    /** Puts the command back for correction, unless the user is already typing the next one. */
    private void failed(String typed, String reason) {
        if (text.get().isEmpty()) {
            text.set(typed);
        }
        problem.set(reason);
    }

    /** Shows the previous command in the history. */
    public void earlier() {
        text.set(history.earlier());
    }

    /** Shows the next command in the history. */
    public void later() {
        text.set(history.later());
    }

    /** Returns the possible completions of the typed text, best first. */
    public List<String> completions() {
        return Completion.of(text.get(), ring.get());
    }
}
