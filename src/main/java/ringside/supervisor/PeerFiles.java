package ringside.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import ringside.ring.PeerId;

/**
 * The files that peers have received. Unless a ring has peers on other hosts, they are files of
 * this machine. Thread-safe.
 */
public interface PeerFiles {

    /** The files of peers of this machine. */
    PeerFiles HERE = new PeerFiles() {};

    /**
     * Returns whether {@link #fileOf} may bring a file. Waits for the disk.
     *
     * @param path as the peer reported it
     */
    default boolean mayHave(PeerId peer, String path) {
        return Files.exists(Path.of(path));
    }

    /**
     * Returns a file of this machine that has the content of a file in the folder of a peer.
     *
     * @param path as the peer reported it
     * @return fails with an {@link ActionFailedException} when it cannot be brought here
     */
    default CompletableFuture<Path> fileOf(PeerId peer, String path) {
        return CompletableFuture.completedFuture(Path.of(path));
    }
}
