package ringside.node;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
     * The longest turn in microseconds, whatever the datagrams are: several times what a full
     * socket buffer of pings takes, and a fraction of what a ping waits for its reply (SPEC 10.1).
     */
    private static final long LONGEST_TURN_MICROS = 100_000;

    private final DatagramChannel channel;
    private final Addresses addresses;
    private final Counters counters;
    private final Clock clock;
    private final ByteBuffer in = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);
    private final UdpGso offload;
    private final GsoBatch row;
    private final ByteBuffer out = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);

    UdpPort(DatagramChannel channel, Addresses addresses, Counters counters, Clock clock) {
        this.channel = channel;
        this.addresses = addresses;
        this.counters = counters;
        this.clock = clock;
        offload = new UdpGso(channel);
        row = new GsoBatch(channel, offload);
    }

    /** What the system has granted of what was wanted. */
    int receiveBufferBytes() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    void register(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends now, or at {@link #flush} at the latest. */
    void send(PeerId to, Datagram message) {
        if (message instanceof Datagram.Segment segment) {
            if (!row.hasPlaceFor(to, segment)) {
                flush();
            }
            row.add(to, segment);
        } else {
            flush();
            out.clear();
            DatagramCodec.encode(message, out);
            send(to, out.flip());
        }
    }

    /** A full buffer or an unreachable port is a lost datagram, as on any network. */
    private void send(PeerId to, ByteBuffer bytes) {
        try {
            channel.send(bytes, addresses.of(to));
        } catch (IOException lost) {
            return;
        }
        counters.datagramsSent++;
    }

    /** Sends the segments that wait for others. */
    void flush() {
        int count = row.count();
        if (count > 0) {
            try {
                row.send(addresses);
            } catch (IOException lost) {
                return;
            }
            counters.datagramsSent += count;
        }
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
            count += take(source, receiver);
            if (count >= GsoBatch.WORTH_IT && isSegment(in)) {
                offload.wanted();
            }
        }
        return count;
    }

    /** One datagram, or several that the system has put together: all but the last as long. */
    private int take(SocketAddress source, Consumer<Input.DatagramReceived> receiver) {
        PeerId from = addresses.peerAt(source);
        int end = in.flip().limit();
        int pieceBytes = offload.isOn() && isSegment(in) ? DatagramCodec.segmentBytes(in) : end;
        int count = 0;
        for (int start = 0; start < end || count == 0; start += pieceBytes) {
            in.limit(Math.min(start + pieceBytes, end)).position(start);
            take(from, receiver);
            count++;
        }
        return count;
    }

    private void take(@Nullable PeerId from, Consumer<Input.DatagramReceived> receiver) {
        counters.datagramsReceived++;
        if (from == null) {
            counters.badDatagrams++;
            return;
        }
        try {
            receiver.accept(new Input.DatagramReceived(from, DatagramCodec.decode(in)));
        } catch (MalformedMessageException e) {
            counters.badDatagrams++;
        }
    }

    private static boolean isSegment(ByteBuffer bytes) {
        return DatagramCodec.segmentBytes(bytes) > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
