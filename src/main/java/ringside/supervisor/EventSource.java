package ringside.supervisor;

import java.util.function.Consumer;
import ringside.status.StatusEntry;

/**
 * What can be listened to: a running ring or a recording. Thread-safe; never waits for a process.
 */
@FunctionalInterface
public interface EventSource {

    /**
     * Hands over the entries that have come since the last call, oldest first.
     *
     * @param receiver called on the calling thread
     * @param most how many at most, so that one picture's worth of work stays bounded
     * @return how many were handed over
     */
    int drain(Consumer<StatusEntry> receiver, int most);
}
