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
 * The one way by which toolbar, menus, keys and the command box act on the ring. It sends nothing
 * of which it is known that it cannot be done; of the rest the supervisor has the last word. For
 * the JavaFX thread.
 */
public final class CommandDispatcher {

    private final Optional<? extends RingCommands> commands;
    private final Supplier<RingState> ring;
    private final Runnable before;
    private final UsersRequests requests = new UsersRequests();

    /**
     * Takes where commands go.
     *
     * @param commands none for a recording
     * @param ring the ring as it is
     * @param before run before each command
     */
    public CommandDispatcher(
            Optional<? extends RingCommands> commands, Supplier<RingState> ring, Runnable before) {
        this.commands = commands;
        this.ring = ring;
        this.before = before;
    }

    /** Why a command cannot be carried out now, one plain sentence; empty when it can. */
    public Optional<String> disabledReason(Command command) {
        return commands.isPresent()
                ? CommandCheck.disabledReason(command, ring.get())
                : Optional.of(Texts.text("disabled.recording"));
    }

    /**
     * Carries out a command; the window never waits for it.
     *
     * @param failed called on the JavaFX thread with a sentence when it could not be done
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

    /** What was asked for here. */
    public UsersRequests requests() {
        return requests;
    }

    /** Runs something on the JavaFX thread, soon; any thread may call. */
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
