package ringside.supervisor;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/**
 * How a supervisor starts its peers.
 *
 * @param java the java program to run them with
 * @param classPath of the peers: the program's own classes and Gson, nothing else
 * @param mainClass of a peer, see {@link #PEER_MAIN}
 * @param peer what peers behave like unless told otherwise
 * @param basePort peer ID listens on this port + ID
 * @param runFolder where each peer gets its own folder {@code peer-ID}
 * @param files where peers also look for files to answer with
 * @param jvmFlags further flags of their JVM, such as {@link SharedArchive#flags}
 */
public record SupervisorSettings(
        Path java,
        String classPath,
        String mainClass,
        PeerSettings peer,
        int basePort,
        Path runFolder,
        Path files,
        List<String> jvmFlags) {

    /** The real peer. */
    public static final String PEER_MAIN = "ringside.node.PeerMain";

    /** Base port of SPEC 1.1. */
    public static final int DEFAULT_BASE_PORT = 50_000;

    /** Highest base port with which peer 255 still has a port. */
    public static final int MAX_BASE_PORT = 65_535 - 255;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public SupervisorSettings {
        requireNonNull(classPath, "classPath");
        requireNonNull(mainClass, "mainClass");
        requireNonNull(peer, "peer");
        if (basePort < 1 || basePort > MAX_BASE_PORT) {
            throw new IllegalArgumentException(
                    SupervisorMessages.format("basePort", MAX_BASE_PORT, basePort));
        }
        runFolder = runFolder.toAbsolutePath();
        files = files.toAbsolutePath();
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** The folder of one peer. */
    Path folderOf(PeerId peer) {
        return runFolder.resolve("peer-" + peer);
    }
}
