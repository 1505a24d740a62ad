package ringside.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** The two sockets of a peer, bound to its own port and nothing else (SPEC 1.1). */
record PeerSockets(Addresses addresses, DatagramChannel udp, ServerSocketChannel tcp) {

    /** Time to retry a taken port (SPEC 1.3), in ms. */
    private static final long PATIENCE_MS = 5_000;

    /** Pause between two tries, in ms. */
    private static final long PAUSE_MS = 250;

    /** Socket buffer size in bytes: fits several of the largest segments. */
    private static final int SOCKET_BUFFER_BYTES = 1 << 20;

    /** Maximum number of connections waiting to be accepted; the system refuses more. */
    private static final int BACKLOG = 128;

    /** Probes the holder of a taken port. */
    interface Holder {
        /** Returns whether a living peer with the same id answers on the port. */
        boolean isAlivePeer();
    }

    /**
     * Binds both sockets to the peer's own address, trying for 5 s.
     *
     * @throws IOException when it is no address of this machine
     * @throws PortTakenException when the port stays taken, or its holder is a peer with the same
     *     id
     */
    static PeerSockets bind(PeerId self, Addresses addresses, Holder holder)
            throws IOException, PortTakenException, InterruptedException {
        requireHere(addresses.of(self).getAddress());
        int port = addresses.of(self).getPort();
        long tries = PATIENCE_MS / PAUSE_MS;
        for (long i = 0; i < tries; i++) {
            try {
                return bind(self, addresses);
            } catch (IOException taken) {
                if (holder.isAlivePeer()) {
                    throw PortTakenException.byTwin(self, port);
                }
                Thread.sleep(PAUSE_MS);
            }
        }
        throw PortTakenException.byOther(self, port);
    }

    /** Binding elsewhere fails as binding to a taken port does. */
    private static void requireHere(InetAddress address) throws IOException {
        if (!address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) == null) {
            throw new IOException(Messages.NODE.format("address.none", address.getHostAddress()));
        }
    }

    private static PeerSockets bind(PeerId self, Addresses addresses) throws IOException {
        DatagramChannel udp = DatagramChannel.open();
        try {
            udp.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
            udp.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
            udp.bind(addresses.of(self));
            udp.configureBlocking(false);
            return new PeerSockets(addresses, udp, listen(self, addresses));
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }

    private static ServerSocketChannel listen(PeerId self, Addresses addresses) throws IOException {
        ServerSocketChannel tcp = ServerSocketChannel.open();
        try {
            tcp.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            tcp.bind(addresses.of(self), BACKLOG);
            tcp.configureBlocking(false);
            return tcp;
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }
}
