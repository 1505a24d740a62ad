package ringside.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import ringside.app.base.Texts;
import ringside.app.command.CommandCheck;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.RingCommands;

/**
 * The one way by which toolbar, menus, keys, command box and lessons command the ring. It refuses
 * commands that are known to be impossible; the supervisor decides about the rest. The exception is
 * what has no command: a lesson starts a whole ring, joins through a chosen peer and ends all peers
 * past it, in {@link DispatchedRing}, as the closing window ends them. JavaFX thread only, except
 * for {@link #later}.
 */
public final class CommandDispatcher {

    private final Optional<? extends RingCommands> commands;
    private final Supplier<RingState> ring;
    private final Runnable before;
    private final UserCommands userCommands = new UserCommands();
    private final List<Consumer<Command>> listeners = new ArrayList<>();

    /**
     * Creates a dispatcher.
     *
     * @param commands empty for a recording
     * @param ring supplies the current ring
     * @param before run before each command of the user
     */
    public CommandDispatcher(
            Optional<? extends RingCommands> commands, Supplier<RingState> ring, Runnable before) {
        this.commands = commands;
        this.ring = ring;
        this.before = before;
    }

    /** Returns why no command at all can be carried out, in one plain sentence; empty on a ring. */
    public Optional<String> disabledReason() {
        return commands.isPresent()
                ? Optional.empty()
                : Optional.of(CommandCheck.recordingReason());
    }

    private Optional<String> disabledReason(Command command) {
        return disabledReason().or(() -> CommandCheck.disabledReason(command, ring.get()));
    }

    /** Returns why a peer can be told nothing now, in one plain sentence; empty when it can. */
    Optional<String> cannotTellReason(PeerId id) {
        return disabledReason().or(() -> CommandCheck.cannotTellReason(id, ring.get()));
    }

    /**
     * Carries out a command of the user without blocking the window.
     *
     * @param failed called on the JavaFX thread with a sentence if the command fails
     */
    public void carryOut(Command command, Consumer<String> failed) {
        Optional<String> refused = disabledReason(command);
        if (refused.isPresent()) {
            failed.accept(refused.get());
            return;
        }
        before.run();
        userCommands.add(command);
        listeners.forEach(listener -> listener.accept(command));
        var _ =
                commands.orElseThrow()
                        .carryOut(command)
                        .whenComplete((nothing, failure) -> {
                            if (failure != null) {
                                later(() -> failed.accept(sentence(failure)));
                            }
                        });
    }

    /** Adds a listener for every command of the user from now on, just before it is carried out. */
    public void listen(Consumer<Command> listener) {
        listeners.add(listener);
    }

    /**
     * Carries out a command of a lesson.
     *
     * @return as {@link RingCommands#carryOut}; fails at once with the reason of a refusal
     */
    CompletableFuture<Void> carryOut(Command command) {
        return disabledReason(command)
                .map(reason ->
                        CompletableFuture.<Void>failedFuture(new ActionFailedException(reason)))
                .orElseGet(() -> commands.orElseThrow().carryOut(command));
    }

    public UserCommands userCommands() {
        return userCommands;
    }

    /** Runs something later on the JavaFX thread; thread-safe. */
    public void later(Runnable work) {
        Platform.runLater(work);
    }

    private static String sentence(Throwable failure) {
        Throwable cause = ActionFailedException.causeOf(failure);
        String message = cause.getMessage();
        return message == null ? Texts.text("failed.unknown", cause) : message;
    }
}
