package ringside.supervisor;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ringside.status.Command;
import ringside.status.StatusEntry;

/**
 * A ring that can be steered and watched. All methods may be called from any thread and return at
 * once; nothing here ever waits for a process.
 */
public interface RingControl {

    /**
     * Carries out a command.
     *
     * @return completes when it is done as far as the supervisor can do it (the signal is sent, the
     *     process is started, the command is handed to the peer), or fails with an {@link
     *     ActionFailedException} whose message is a sentence for the user; never completes on the
     *     caller's thread with the work still to do
     */
    CompletableFuture<Void> carryOut(Command command);

    /**
     * Hands over the entries that have come since the last call, oldest first.
     *
     * @param receiver called on the calling thread
     * @param most how many at most, so that one picture's worth of work stays bounded
     * @return how many were handed over
     */
    int drain(Consumer<StatusEntry> receiver, int most);

    /**
     * Lets every peer quit gracefully, and kills those that have not ended after 5 s.
     *
     * @return completes when no process of this ring is left
     */
    CompletableFuture<Void> quitAll();
}
