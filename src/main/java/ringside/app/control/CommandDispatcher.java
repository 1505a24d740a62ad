package ringside.app.control;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import ringside.app.actions.CommandCheck;
import ringside.app.base.Texts;
import ringside.model.RingState;
import ringside.status.Command;
import ringside.supervisor.RingCommands;

/**
 * Sends all commands of the toolbar, menus, keys and the command box to the ring. It refuses
 * commands that are known to be impossible; the supervisor decides about the rest. JavaFX thread
 * only.
 */
public final class CommandDispatcher {

    private final Optional<? extends RingCommands> commands;
    private final Supplier<RingState> ring;
    private final Runnable before;
    private final UsersRequests requests = new UsersRequests();

    /**
     * Creates a dispatcher.
     *
     * @param commands empty for a recording
     * @param ring supplies the current ring
     * @param before run before each command
     */
    public CommandDispatcher(
            Optional<? extends RingCommands> commands, Supplier<RingState> ring, Runnable before) {
        this.commands = commands;
        this.ring = ring;
        this.before = before;
    }

    /**
     * Returns why a command cannot be carried out now, in one plain sentence; empty when it can.
     */
    public Optional<String> disabledReason(Command command) {
        return commands.isPresent()
                ? CommandCheck.disabledReason(command, ring.get())
                : Optional.of(Texts.text("disabled.recording"));
    }

    /**
     * Carries out a command without blocking the window.
     *
     * @param failed called on the JavaFX thread with a sentence if the command fails
     */
    public void carryOut(Command command, Consumer<String> failed) {
        disabledReason(command).ifPresentOrElse(failed, () -> send(command, failed));
    }

    private void send(Command command, Consumer<String> failed) {
        before.run();
        requests.add(command);
        var _ =
                commands.orElseThrow()
                        .carryOut(command)
                        .whenComplete((nothing, failure) -> {
                            if (failure != null) {
                                later(() -> failed.accept(sentence(failure)));
                            }
                        });
    }

    /** The requests that the user made through this dispatcher. */
    public UsersRequests requests() {
        return requests;
    }

    /** Runs something later on the JavaFX thread; thread-safe. */
    public void later(Runnable deed) {
        Platform.runLater(deed);
    }

    private static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        String message = cause.getMessage();
        return message == null ? Texts.text("failed.unknown", cause) : message;
    }
}
