package ringside.supervisor;

import java.nio.file.Path;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerOptions;
import ringside.status.PeerSettings;
import ringside.text.Messages;

/**
 * Settings of a supervisor and of the peers that it starts.
 *
 * @param java the java program to run them with
 * @param classPath of the peers: the program's own classes and Gson, nothing else
 * @param mainClass of a peer, see {@link #PEER_MAIN}
 * @param peer initial settings of the peers
 * @param basePort peer ID listens on this port + ID
 * @param runFolder where each peer gets its own folder {@code peer-ID}
 * @param files additional folder of files to answer with
 * @param jvmFlags further flags of their JVM, such as {@link PeerCache#flags()}
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

    /** The main class of the real peer. */
    public static final String PEER_MAIN = "ringside.node.PeerMain";

    /**
     * Validates the base port, and makes paths absolute.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public SupervisorSettings {
        if (basePort < 1 || basePort > PeerOptions.MAX_BASE_PORT) {
            throw new IllegalArgumentException(
                    Messages.SUPERVISOR.format("basePort", PeerOptions.MAX_BASE_PORT, basePort));
        }
        runFolder = runFolder.toAbsolutePath();
        files = files.toAbsolutePath();
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** Returns the folder of one peer. */
    public Path folderOf(PeerId peer) {
        return runFolder.resolve("peer-" + peer);
    }
}
