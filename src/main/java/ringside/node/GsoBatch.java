package ringside.node;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ringside.peer.Datagram;
import ringside.ring.PeerId;
import ringside.wire.DatagramCodec;

/**
 * Segments to one peer that are sent one right after the other: in one call of the system where it
 * can cut them itself, and one by one otherwise.
 */
final class GsoBatch {

    /** A window that lets more than this go at once is worth what {@link UdpGso} costs. */
    static final int WORTH_IT = 17;

    private final DatagramChannel channel;
    private final UdpGso offload;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);

    /** Receivers for whom the system does not cut; at most as many as there are peers. */
    private final Set<PeerId> uncut = new TreeSet<>();

    private @Nullable PeerId to;
    private int pieceBytes;
    private int count;

    GsoBatch(DatagramChannel channel, UdpGso offload) {
        this.channel = channel;
        this.offload = offload;
    }

    /** How many wait. */
    int count() {
        return count;
    }

    /** Whether it can wait with the others: the same receiver, and only the last one is shorter. */
    boolean hasPlaceFor(PeerId receiver, Datagram.Segment segment) {
        int length = DatagramCodec.HEADER_BYTES + segment.data().length();
        return count == 0
                || (receiver.equals(to)
                        && count < UdpGso.MOST_PIECES
                        && bytes.position() == count * pieceBytes
                        && length <= pieceBytes
                        && length <= bytes.remaining());
    }

    void add(PeerId receiver, Datagram.Segment segment) {
        to = receiver;
        DatagramCodec.encode(segment, bytes);
        if (count == 0) {
            pieceBytes = bytes.position();
        }
        count++;
    }

    /**
     * Sends them all.
     *
     * @throws IOException when the system does not take them: they are lost, as on any network
     */
    void send(Addresses addresses) throws IOException {
        PeerId receiver = to;
        if (receiver == null) {
            return;
        }
        SocketAddress address = addresses.of(receiver);
        bytes.flip();
        if (count >= WORTH_IT) {
            offload.wanted();
        }
        try {
            if (count > 1 && offload.isOn() && !uncut.contains(receiver)) {
                sendTogether(receiver, address);
            } else {
                sendOneByOne(address);
            }
        } finally {
            bytes.clear();
            count = 0;
            to = null;
        }
    }

    /**
     * The system refuses to cut for a line whose packets are smaller than the pieces, which it
     * takes whole all the same: for such a receiver they go one by one from then on, and are not
     * lost.
     */
    private void sendTogether(PeerId receiver, SocketAddress address) throws IOException {
        try {
            offload.cutInto(pieceBytes);
            try {
                channel.send(bytes, address);
            } finally {
                offload.cutInto(0);
            }
        } catch (IOException refused) {
            bytes.rewind();
            sendOneByOne(address);
            uncut.add(receiver);
        }
    }

    private void sendOneByOne(SocketAddress address) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(bytes.position() + pieceBytes, end));
            channel.send(bytes, address);
            bytes.position(bytes.limit());
        }
    }
}
