package ringside.app.control;

import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import ringside.app.base.Texts;
import ringside.status.Command;
import ringside.supervisor.RingControl;

/** Hands commands to the ring and brings back how they went. For the JavaFX thread. */
public final class CommandDispatcher {

    private final RingControl control;
    private final Runnable before;
    private final UsersRequests requests = new UsersRequests();

    /**
     * Hands on what the window wants.
     *
     * @param before done before each command
     */
    public CommandDispatcher(RingControl control, Runnable before) {
        this.control = control;
        this.before = before;
    }

    /**
     * Carries out a command; the window never waits for it.
     *
     * @param done called on the JavaFX thread when it has worked out
     * @param failed called there with a sentence when it has not
     */
    public void carryOut(Command command, Runnable done, Consumer<String> failed) {
        before.run();
        requests.add(command);
        var _ =
                control.carryOut(command)
                .whenComplete(
                        (nothing, failure) ->
                                Platform.runLater(
                                        () -> {
                                            if (failure == null) {
                                                done.run();
                                            } else {
                                                failed.accept(sentence(failure));
                                            }
                                        }));
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
