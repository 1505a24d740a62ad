package ringside.supervisor;

import java.util.concurrent.CompletableFuture;
import ringside.status.Command;

/** A ring that can be commanded. Thread-safe; never waits for a process. */
@FunctionalInterface
public interface RingCommands {

    /**
     * Carries out a command.
     *
     * @return completes when the supervisor's part is done (the signal is sent, the process is
     *     started, the command is passed to the peer), or fails with an {@link
     *     ActionFailedException} whose message is a sentence for the user; the work never runs on
     *     the caller's thread
     */
    CompletableFuture<Void> carryOut(Command command);
}
