package ringside.app.actions;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ringside.model.RingState;
import ringside.status.Command;

/**
 * The command box: what is typed, what it would do, what was typed before. A wrong command stays in
 * the box with what is wrong under it. For the JavaFX thread.
 */
public final class CommandBoxViewModel {

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disabledReason = new ReadOnlyStringWrapper("");
    private final BooleanProperty valid = new SimpleBooleanProperty();
    private final CommandHistory history = new CommandHistory();
    private final Supplier<RingState> ring;
    private final BiConsumer<Command, Consumer<String>> carryOut;
    private final LocalFiles files;

    /**
     * Makes an empty box.
     *
     * @param ring the ring as it is, for the preview
     * @param carryOut takes a command, and who is told the reason when it did not work out
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

    /** Nothing can be commanded, for a reason. */
    public void prevent(String why) {
        disabledReason.set(why);
    }

    /** Why nothing can be commanded, one plain sentence; empty when something can. */
    public ReadOnlyStringProperty disabledReasonProperty() {
        return disabledReason.getReadOnlyProperty();
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What it would do; empty when nothing or nothing right is typed. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What is wrong with the command that was tried to be run; empty while one types. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is wrong is not shown any longer: the user has turned to something else. */
    public void forgive() {
        problem.set("");
    }

    /** Whether the text is a command. */
    public BooleanProperty validProperty() {
        return valid;
    }

    private void typed() {
        problem.set("");
        refresh();
    }

    /** Looks again at what is typed: the ring may have changed under it. */
    public void refresh() {
        CommandPreview now = look(text.get());
        valid.set(now.command().isPresent());
        preview.set(now.command().isPresent() ? now.text() : "");
    }

    private CommandPreview look(String typed) {
        return CommandPreview.of(typed, ring.get(), path -> files.isMissing(path, this::refresh));
    }

    /** Runs what is typed; the box empties at once, for the next command. */
    public void run() {
        String typed = text.get();
        CommandPreview now = look(typed);
        if (now.command().isEmpty()) {
            problem.set(now.text());
            return;
        }
        history.add(typed.strip());
        text.set("");
        carryOut.accept(now.command().get(), reason -> failed(typed, reason));
    }

    /** The command comes back to be mended, unless the user types the next one already. */
    private void failed(String typed, String reason) {
        if (text.get().isEmpty()) {
            text.set(typed);
        }
        problem.set(reason);
    }

    /** Shows the command typed before. */
    public void earlier() {
        text.set(history.earlier());
    }

    /** Shows the command typed after. */
    public void later() {
        text.set(history.later());
    }

    /** The texts that what is typed could become, best first. */
    public List<String> completions() {
        return Completion.of(text.get(), ring.get());
    }
}
