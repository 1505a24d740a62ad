package ringside.node;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import ringside.peer.Datagram;
import ringside.peer.Input;
import ringside.ring.PeerId;
import ringside.wire.DatagramCodec;
import ringside.wire.MalformedMessageException;

/** The one UDP socket of a peer: all datagrams come and go here. Belongs to the loop's thread. */
final class UdpPort implements AutoCloseable {

    /**
     * Datagrams taken in one turn of the loop: more than a socket buffer holds after a long pause,
     * so that replies are seen before the timers that would miss them; but bounded.
     */
    private static final int MOST_IN_ONE_TURN = 4_096;

    /**
     * The longest turn in microseconds, whatever the datagrams are: several times what a full socket
     * buffer of pings takes, and a fraction of what a ping waits for its reply (SPEC 10.1).
     */
    private static final long LONGEST_TURN_MICROS = 100_000;

    private final DatagramChannel channel;
    private final Addresses addresses;
    private final Counters counters;
    private final Clock clock;
    private final ByteBuffer in = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);

    UdpPort(DatagramChannel channel, Addresses addresses, Counters counters, Clock clock) {
        this.channel = channel;
        this.addresses = addresses;
        this.counters = counters;
        this.clock = clock;
    }

    /** What the system has granted of what was wanted. */
    int receiveBufferBytes() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    void register(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends at once; a full buffer or an unreachable port is a lost datagram, as on any network. */
    void send(PeerId to, Datagram message) {
        out.clear();
        DatagramCodec.encode(message, out);
        out.flip();
        try {
            channel.send(out, addresses.of(to));
        } catch (IOException lost) {
            return;
        }
        counters.datagramsSent++;
    }

    /**
     * Hands over what has arrived; whatever is no message of a peer is counted and forgotten.
     *
     * @return how many datagrams there were
     */
    int receive(Consumer<Input.DatagramReceived> receiver) throws IOException {
        long turnEnds = clock.micros() + LONGEST_TURN_MICROS;
        int count = 0;
        while (count < MOST_IN_ONE_TURN && clock.micros() < turnEnds) {
            in.clear();
            SocketAddress source = channel.receive(in);
            if (source == null) {
                return count;
            }
            count++;
            counters.datagramsReceived++;
            PeerId from = addresses.peerAt(source);
            if (from == null) {
                counters.badDatagrams++;
                continue;
            }
            try {
                receiver.accept(
                        new Input.DatagramReceived(from, DatagramCodec.decode(in.flip())));
            } catch (MalformedMessageException e) {
                counters.badDatagrams++;
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
