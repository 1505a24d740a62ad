package ringside.app;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.supervisor.RingControl;

/** Hands commands to the ring and brings back how they went. For the JavaFX thread. */
public final class RingOperator {

    private final RingControl control;
    private final Runnable before;

    /**
     * Hands on what the window wants.
     *
     * @param before done before each command
     */
    RingOperator(RingControl control, Runnable before) {
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

    /** Runs something on the JavaFX thread, soon; any thread may call. */
    void later(Runnable deed) {
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

    /** The peers that a command speaks of; none when it is for all. */
    static List<PeerId> peersOf(Command command) {
        return switch (command) {
            case Command.Add add -> add.peers();
            case Command.Kill kill -> kill.peers();
            case Command.Pause pause -> pause.peers();
            case Command.Resume resume -> resume.peers();
            case Command.Restart restart -> restart.peers();
            case Command.Tell tell -> tell.peers();
            case Command.CutLink cut -> List.of(cut.one(), cut.other());
            case Command.MendLink mend -> List.of(mend.one(), mend.other());
            case Command.TellAll _ -> List.of();
        };
    }
}
