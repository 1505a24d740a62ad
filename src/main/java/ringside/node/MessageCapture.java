package ringside.node;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;
import ringside.wire.DatagramCodec;

/**
 * Reports the messages of the peer, byte by byte, while it is switched on (SPEC 9.7). What is
 * reported is bounded; messages beyond the bounds are counted. Confined to the loop's thread.
 */
final class MessageCapture {

    /**
     * Bytes reported of one message at most: the inventory of some thirty files, and more than
     * anything else that is text.
     */
    static final int MOST_BYTES = 4_096;

    /** Bytes of file data reported of one segment at most, after its header. */
    static final int MOST_DATA_BYTES = 48;

    /** The bounds below are for this time. */
    static final long TERM_MICROS = 100_000;

    /** Messages reported in a term: a thousand a second, as the window can take of many peers. */
    static final int MOST_MESSAGES = 100;

    /**
     * Segments and acknowledgements reported in a term: the rest is for the messages that are text,
     * which a fast transfer would crowd out.
     */
    static final int MOST_OF_FLOW = MOST_MESSAGES / 4 * 3;

    /** Bytes reported in a term, which bounds also what waits in the status channel. */
    static final int MOST_BYTES_IN_TERM = 32_768;

    /** Room for a cut segment, and for twice the longest text of a datagram, in bytes. */
    private static final int ENCODED_BYTES = 2_048;

    private static final byte OPENING_BRACE = '{';

    private final int port;
    private final LongSupplier clock;
    private final Consumer<WireEvent> receiver;
    private final ByteBuffer encoded = ByteBuffer.allocate(ENCODED_BYTES);
    private boolean isOn;
    private long termEndsAt;
    private int messages;
    private int flow;
    private int bytes;
    private long uncaptured;

    /**
     * Creates a capture that is off.
     *
     * @param port the peer's own, of its datagrams
     * @param clock the time in microseconds; only differences count
     */
    MessageCapture(int port, LongSupplier clock, Consumer<WireEvent> receiver) {
        this.port = port;
        this.clock = clock;
        this.receiver = receiver;
    }

    boolean isOn() {
        return isOn;
    }

    void turn(boolean on) {
        isOn = on;
        reportUncaptured();
    }

    /** Takes a datagram that the peer sends, or would have sent. */
    void datagram(Passage passage, int otherPort, Datagram message) {
        if (message instanceof Datagram.Segment segment) {
            // The whole data of a large segment would be encoded for nothing.
            int kept = Math.min(MOST_DATA_BYTES, segment.data().length());
            Datagram cut =
                    new Datagram.Segment(
                            segment.transferId(),
                            segment.sequence(),
                            segment.mss(),
                            segment.data().part(0, kept));
            datagram(passage, otherPort, cut, segment.data().length() - kept);
        } else {
            datagram(passage, otherPort, message, 0);
        }
    }

    private void datagram(Passage passage, int otherPort, Datagram message, int cutBytes) {
        if (hasRoomFor(!(message instanceof Message.Control))) {
            encoded.clear();
            DatagramCodec.encode(message, encoded);
            encoded.flip();
            report(
                    passage,
                    Transport.UDP,
                    port,
                    otherPort,
                    encoded.remaining() + cutBytes,
                    encoded);
        }
    }

    /** Takes a datagram that came, all remaining bytes of a buffer, which is left as it is. */
    void received(int otherPort, ByteBuffer datagram) {
        boolean isText =
                datagram.hasRemaining() && datagram.get(datagram.position()) == OPENING_BRACE;
        if (hasRoomFor(!isText)) {
            int most = isText ? MOST_BYTES : DatagramCodec.HEADER_BYTES + MOST_DATA_BYTES;
            report(
                    Passage.RECEIVED,
                    Transport.UDP,
                    port,
                    otherPort,
                    datagram.remaining(),
                    datagram.slice(datagram.position(), Math.min(most, datagram.remaining())));
        }
    }

    /** Takes a frame, all remaining bytes of a buffer, which is left as it is. */
    void frame(Passage passage, int ownPort, int otherPort, ByteBuffer frame) {
        if (hasRoomFor(false)) {
            report(passage, Transport.TCP, ownPort, otherPort, frame.remaining(), frame.slice());
        }
    }

    private boolean hasRoomFor(boolean isFlow) {
        long now = clock.getAsLong();
        if (now >= termEndsAt) {
            termEndsAt = now + TERM_MICROS;
            messages = 0;
            flow = 0;
            bytes = 0;
            reportUncaptured();
        }
        boolean has =
                messages < MOST_MESSAGES
                        && bytes < MOST_BYTES_IN_TERM
                        && !(isFlow && flow >= MOST_OF_FLOW);
        if (has) {
            messages++;
            flow += isFlow ? 1 : 0;
        } else {
            uncaptured++;
        }
        return has;
    }

    private void report(
            Passage passage,
            Transport transport,
            int ownPort,
            int otherPort,
            int length,
            ByteBuffer first) {
        byte[] kept = new byte[Math.min(MOST_BYTES, first.remaining())];
        first.get(kept);
        bytes += kept.length;
        receiver.accept(MessageCaptured.of(passage, transport, ownPort, otherPort, length, kept));
    }

    /** Returns whether messages that were not captured are still to be told. */
    boolean isCounting() {
        return uncaptured > 0;
    }

    /** Tells how many messages were not captured, when a term is over. */
    void tick() {
        if (uncaptured > 0 && clock.getAsLong() >= termEndsAt) {
            reportUncaptured();
        }
    }

    private void reportUncaptured() {
        if (uncaptured > 0) {
            receiver.accept(new WireEvent.MessagesUncaptured(uncaptured));
            uncaptured = 0;
        }
    }
}
