package ringside.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import ringside.peer.Datagram;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.peer.SegmentTrain;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.WireEvent.Passage;
import ringside.wire.DatagramCodec;
import ringside.wire.MalformedMessageException;
import ringside.wire.MessageSeal;
import ringside.wire.TrainAssembler;

/** The UDP socket of a peer, which carries all its datagrams. Confined to the loop's thread. */
final class UdpEndpoint implements AutoCloseable {

    /**
     * Maximum number of datagrams per loop turn: more than a socket buffer holds after a long
     * pause, so that replies are seen before the timers that would miss them; but bounded.
     */
    private static final int MOST_IN_ONE_TURN = 4_096;

    /**
     * Longest turn in microseconds, whatever the datagrams are: several times as long as a full
     * socket buffer of pings takes, and a fraction of a ping's reply time-out (SPEC 10.1).
     */
    private static final long LONGEST_TURN_MICROS = 100_000;

    private final DatagramChannel channel;
    private final Addresses addresses;
    private final MessageSeal seal;
    private final Counters counters;
    private final PeerClock clock;
    private final MessageCapture capture;
    private final UnreadableDatagrams unreadable = new UnreadableDatagrams();
    private final ByteBuffer in = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);
    private final UdpGso offload;
    private final GsoBatch row;
    private final TrainAssembler train = new TrainAssembler();
    private boolean isTransferring;
    private final ByteBuffer out = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);

    UdpEndpoint(
            DatagramChannel channel,
            Addresses addresses,
            MessageSeal seal,
            Counters counters,
            PeerClock clock,
            MessageCapture capture) {
        this.channel = channel;
        this.addresses = addresses;
        this.seal = seal;
        this.counters = counters;
        this.clock = clock;
        this.capture = capture;
        offload = new UdpGso(channel);
        row = new GsoBatch(channel, seal, offload);
    }

    /** Returns the receive buffer size that the system has granted. */
    int receiveBufferBytes() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    void register(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends a datagram now, or at the next {@link #flush} at the latest. */
    void send(PeerId to, Datagram message) {
        if (!addresses.reaches(addresses.of(to))) {
            drop(to, message);
            return;
        }
        if (capture.isOn()) {
            capture.datagram(Passage.SENT, addresses.of(to).getPort(), message);
        }
        if (message instanceof Datagram.Segment segment) {
            if (!row.hasRoomFor(to, segment.data().length())) {
                flush();
            }
            row.add(to, segment);
        } else {
            flush();
            out.clear();
            DatagramCodec.encode(message, out);
            seal.seal(to, out, 0);
            send(to, out.flip());
        }
    }

    /** Sends the segments of a train, each as a datagram, like {@link #send(PeerId, Datagram)}. */
    void send(PeerId to, SegmentTrain train) {
        if (capture.isOn() || !addresses.reaches(addresses.of(to))) {
            train.segments().forEach(segment -> send(to, segment));
            return;
        }
        int count = train.count();
        for (int i = 0; i < count; i++) {
            if (!row.hasRoomFor(to, train.lengthOf(i))) {
                flush();
            }
            row.add(to, train, i);
        }
    }

    /** Only captures a datagram, which is not to be sent. */
    void drop(PeerId to, Datagram message) {
        if (capture.isOn()) {
            capture.datagram(Passage.DROPPED, addresses.of(to).getPort(), message);
        }
    }

    /**
     * Sends bytes; with a full buffer or an unreachable port the datagram is lost, as on any
     * network.
     */
    private void send(PeerId to, ByteBuffer bytes) {
        try {
            offload.cutInto(0);
            channel.send(bytes, addresses.of(to));
        } catch (IOException lost) {
            return;
        }
        counters.datagramsSent++;
    }

    /** Sends the batched segments. */
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
     * Passes on the datagrams that have arrived; invalid ones are counted and discarded.
     *
     * @return whether a transfer's were among them, which others follow soon
     */
    boolean receive(Consumer<Input> receiver) throws IOException {
        long turnEnds = clock.micros() + LONGEST_TURN_MICROS;
        int count = 0;
        isTransferring = false;
        while (count < MOST_IN_ONE_TURN && clock.micros() < turnEnds) {
            in.clear();
            SocketAddress source = channel.receive(in);
            if (source == null) {
                break;
            }
            if (!(source instanceof InetSocketAddress from) || !addresses.reaches(from)) {
                count++;
                continue;
            }
            count += take(source, receiver);
            if (count >= GsoBatch.WORTH_IT && isSegment(in)) {
                offload.wanted();
            }
        }
        return isTransferring;
    }

    /**
     * Passes on one datagram, or several that the system has coalesced: all have the same length,
     * except the last.
     */
    private int take(SocketAddress source, Consumer<Input> receiver) {
        PeerId from = addresses.peerAt(source);
        int end = in.flip().limit();
        int pieceBytes =
                offload.isOn() && isSegment(in)
                        ? DatagramCodec.segmentBytes(in) + seal.segmentBytes()
                        : end;
        int count = 0;
        for (int start = 0; start < end || count == 0; start += pieceBytes) {
            in.limit(Math.min(start + pieceBytes, end)).position(start);
            count++;
            counters.datagramsReceived++;
            if (from == null) {
                noteStranger(source);
            } else if (isGenuine(source, from)) {
                boolean isCoalesced = pieceBytes < end;
                if (!isCoalesced || !train.take(in)) {
                    deliverTrain(from, receiver);
                    deliver(source, from, receiver);
                }
            }
        }
        if (from != null) {
            deliverTrain(from, receiver);
        }
        return count;
    }

    private boolean isGenuine(SocketAddress source, PeerId from) {
        MessageSeal.Verdict verdict = seal.open(from, in);
        captureReceived(source);
        return switch (verdict) {
            case GENUINE -> true;
            case WRONG_TAG -> {
                counters.badDatagrams++;
                unreadable.add(source, in);
                yield false;
            }
            case REPLAYED -> {
                counters.badDatagrams++;
                yield false;
            }
        };
    }

    private void deliverTrain(PeerId from, Consumer<Input> receiver) {
        SegmentTrain whole = train.end();
        if (whole != null) {
            isTransferring = true;
            receiver.accept(new Input.TrainReceived(from, whole));
        }
    }

    private void deliver(SocketAddress source, PeerId from, Consumer<Input> receiver) {
        int start = in.position();
        try {
            Datagram message = DatagramCodec.decode(in);
            isTransferring |= !(message instanceof Message.Control);
            receiver.accept(new Input.DatagramReceived(from, message));
        } catch (MalformedMessageException e) {
            counters.badDatagrams++;
            unreadable.add(source, in.position(start));
        }
    }

    private void captureReceived(SocketAddress source) {
        if (capture.isOn() && source instanceof InetSocketAddress address) {
            capture.received(address.getPort(), in);
        }
    }

    /** A message that only comes from the wrong place can be read, and is not told. */
    private void noteStranger(SocketAddress source) {
        counters.badDatagrams++;
        captureReceived(source);
        if ((!unreadable.isFull() || unreadable.isKnown(source)) && !FormatGuess.isMessage(in)) {
            unreadable.add(source, in);
        }
    }

    /** Returns whether unreadable datagrams are still to be told. */
    boolean isCounting() {
        return unreadable.isCounting();
    }

    /** Reports datagrams that could not be read, a bounded number of events each second. */
    void reportUnreadable(Consumer<LifeEvent.UnreadableDatagrams> receiver) {
        unreadable.report(clock.micros(), receiver);
    }

    private static boolean isSegment(ByteBuffer bytes) {
        return DatagramCodec.segmentBytes(bytes) > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
