package ringside.status;

import java.util.function.Consumer;

/**
 * A source of events: a running ring or a recording, which are thread-safe and never wait for a
 * process, or a simulated ring, which is for one thread.
 */
@FunctionalInterface
public interface EventSource {

    /**
     * Passes on the entries that have arrived since the last call, oldest first.
     *
     * @param receiver called on the calling thread
     * @param most the limit of entries to pass on, so that the work for one picture stays bounded
     * @return the number of entries passed on
     */
    int drain(Consumer<StatusEntry> receiver, int most);
}
