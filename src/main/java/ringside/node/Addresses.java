package ringside.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** The addresses of all peers: port base port + id on the loopback interface (SPEC 1.1, 10.3). */
final class Addresses {

    private final InetSocketAddress[] byId = new InetSocketAddress[Circle.IDS_OF_PROCESSES];
    private final int basePort;

    Addresses(int basePort) {
        this.basePort = basePort;
        for (int id = 0; id < Circle.IDS_OF_PROCESSES; id++) {
            byId[id] = new InetSocketAddress(InetAddress.getLoopbackAddress(), basePort + id);
        }
    }

    InetSocketAddress of(PeerId peer) {
        return byId[peer.value()];
    }

    /**
     * Returns the peer with this port, or null if it is no peer's port. The source port proves the
     * sender of a datagram.
     */
    @Nullable PeerId peerAt(SocketAddress source) {
        if (!(source instanceof InetSocketAddress address)) {
            return null;
        }
        int id = address.getPort() - basePort;
        return id >= 0 && id < Circle.IDS_OF_PROCESSES && address.getAddress().isLoopbackAddress()
                ? new PeerId(id)
                : null;
    }
}
