package ringside.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * The directory of the ring: the address of every peer (SPEC 1.1, 10.3). The port is base port + id
 * everywhere; the host is this peer's own one unless told otherwise. Confined to the loop's thread
 * once the loop runs.
 */
final class Addresses {

    private final InetSocketAddress[] byId = new InetSocketAddress[Circle.IDS_OF_PROCESSES];
    private final int basePort;
    private final InetAddress own;
    private boolean isKeptToHost;

    /** Creates a directory in which all peers are at one address. */
    Addresses(InetAddress own, int basePort) {
        this.basePort = basePort;
        this.own = own;
        for (int id = 0; id < Circle.IDS_OF_PROCESSES; id++) {
            byId[id] = new InetSocketAddress(own, basePort + id);
        }
    }

    /** Puts peers at another address from now on. */
    void locate(InetAddress address, Collection<PeerId> peers) {
        for (PeerId peer : peers) {
            byId[peer.value()] = new InetSocketAddress(address, basePort + peer.value());
        }
    }

    /** Parts this peer from those at other addresses, or no more. */
    void keepToHost(boolean on) {
        isKeptToHost = on;
    }

    /** Returns whether something may pass between this peer and an address. */
    boolean reaches(InetSocketAddress other) {
        return !isKeptToHost || own.equals(other.getAddress());
    }

    InetSocketAddress of(PeerId peer) {
        return byId[peer.value()];
    }

    /**
     * Returns the peer that has this address and port, or null if none has. They prove the sender
     * of a datagram as far as the network does.
     */
    @Nullable PeerId peerAt(SocketAddress source) {
        if (!(source instanceof InetSocketAddress address)) {
            return null;
        }
        int id = address.getPort() - basePort;
        return id >= 0 && id < Circle.IDS_OF_PROCESSES && byId[id].equals(address)
                ? new PeerId(id)
                : null;
    }
}
