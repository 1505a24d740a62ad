package ringside.hosts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import ringside.ring.PeerId;

/**
 * Whether peers listen on their ports. The system of a machine listens for a process that is
 * stopped or busy, too: it refuses a connection only where there is no process. Stateless; waits
 * for the network.
 */
final class PeerPorts {

    /** Time for a machine to answer, in ms: it has been heard just now. */
    private static final int PATIENCE_MS = 1_000;

    private PeerPorts() {}

    /**
     * Returns whether a machine refuses each of some peers.
     *
     * @param basePort peer ID listens on this port + ID
     */
    static boolean refuseAll(InetAddress machine, int basePort, Collection<PeerId> peers) {
        return peers.stream()
                .map(peer -> new InetSocketAddress(machine, basePort + peer.value()))
                .allMatch(PeerPorts::isRefused);
    }

    private static boolean isRefused(InetSocketAddress port) {
        try (Socket probe = new Socket()) {
            probe.connect(port, PATIENCE_MS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
