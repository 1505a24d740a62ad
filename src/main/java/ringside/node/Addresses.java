package ringside.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * Where peers listen: base port + id of the loopback interface, and nowhere else (SPEC 1.1, 10.3).
 */
final class Addresses {

    private final InetSocketAddress[] byId = new InetSocketAddress[PeerId.CIRCLE_SIZE];
    private final int basePort;

    Addresses(int basePort) {
        this.basePort = basePort;
        for (int id = 0; id < PeerId.CIRCLE_SIZE; id++) {
            byId[id] = new InetSocketAddress(InetAddress.getLoopbackAddress(), basePort + id);
        }
    }

    InetSocketAddress of(PeerId peer) {
        return byId[peer.value()];
    }

    /** Whose port this is, or null when it is no peer's: a datagram proves its sender by it. */
    @Nullable PeerId peerAt(SocketAddress source) {
        if (!(source instanceof InetSocketAddress address)) {
            return null;
        }
        int id = address.getPort() - basePort;
        return id >= 0 && id < PeerId.CIRCLE_SIZE && address.getAddress().isLoopbackAddress()
                ? new PeerId(id)
                : null;
    }
}
