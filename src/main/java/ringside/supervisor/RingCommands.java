package ringside.supervisor;

import java.util.concurrent.CompletableFuture;
import ringside.status.Command;

/**
 * A ring that can be commanded. Never waits for a process. A ring of processes is thread-safe, and
 * works on threads of its own; a simulated one is for the thread that lets its time pass.
 */
@FunctionalInterface
public interface RingCommands {

    /**
     * Carries out a command.
     *
     * @return completes when the supervisor's part is done (the signal is sent, the process is
     *     started, the command is passed to the peer), or fails with an {@link
     *     ActionFailedException} whose message is a sentence for the user
     */
    CompletableFuture<Void> carryOut(Command command);
}
