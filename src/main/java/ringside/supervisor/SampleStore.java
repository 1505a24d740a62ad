package ringside.supervisor;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * A ring on which the window stores sample files by itself. Returns at once, on any thread that may
 * command the ring.
 */
@FunctionalInterface
public interface SampleStore {

    /**
     * Tells a peer to store a sample file, and says in the events that no user asked for it.
     *
     * @return completes when the command is passed to the peer; fails with an {@link
     *     ActionFailedException}
     */
    CompletableFuture<Void> storeSample(PeerId writer, Path sample, FileNumber number);
}
