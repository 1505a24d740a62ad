package ringside.node;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ringside.peer.Datagram;
import ringside.peer.SegmentTrain;
import ringside.ring.PeerId;
import ringside.wire.DatagramCodec;
import ringside.wire.MessageSeal;

/**
 * Consecutive segments to one peer: sent in one system call if the system can segment them itself,
 * and one by one otherwise.
 */
final class GsoBatch {

    /** Batch size from which {@link UdpGso} is worth its cost. */
    static final int WORTH_IT = 17;

    private final DatagramChannel channel;
    private final MessageSeal seal;
    private final UdpGso offload;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(DatagramCodec.MAX_BYTES);

    /** Receivers for which the system does not segment. */
    private final Set<PeerId> uncut = new TreeSet<>();

    private @Nullable PeerId to;
    private int pieceBytes;
    private int count;

    GsoBatch(DatagramChannel channel, MessageSeal seal, UdpGso offload) {
        this.channel = channel;
        this.seal = seal;
        this.offload = offload;
    }

    /** Returns the number of waiting segments. */
    int count() {
        return count;
    }

    /**
     * Returns whether a segment with this many bytes of data fits the batch: the same receiver, and
     * only the last segment may be shorter. One that is shorter than its MSS ends the batch, even
     * as the first: who takes the batch apart goes by the MSS.
     */
    boolean hasRoomFor(PeerId receiver, int dataBytes) {
        int length = DatagramCodec.HEADER_BYTES + dataBytes + seal.segmentBytes();
        return count == 0
                || (receiver.equals(to)
                        && count < UdpGso.MOST_PIECES
                        && bytes.position() == count * pieceBytes
                        && length <= pieceBytes
                        && length <= bytes.remaining());
    }

    void add(PeerId receiver, Datagram.Segment segment) {
        DatagramCodec.encode(segment, bytes);
        leaveRoomForSeal(receiver, segment.mss());
    }

    /** Adds the segment of a train at an index. */
    void add(PeerId receiver, SegmentTrain train, int index) {
        DatagramCodec.encode(train, index, bytes);
        leaveRoomForSeal(receiver, train.mss());
    }

    private void leaveRoomForSeal(PeerId receiver, int mss) {
        to = receiver;
        bytes.position(bytes.position() + seal.segmentBytes());
        if (count == 0) {
            pieceBytes = DatagramCodec.HEADER_BYTES + mss + seal.segmentBytes();
        }
        count++;
    }

    /**
     * Sends the whole batch.
     *
     * @throws IOException when the system does not accept it: the segments are lost, as on any
     *     network
     */
    void send(Addresses addresses) throws IOException {
        PeerId receiver = to;
        if (receiver == null) {
            return;
        }
        SocketAddress address = addresses.of(receiver);
        bytes.flip();
        seal.sealSegments(receiver, bytes, pieceBytes);
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
     * Sends the batch in one call. The system refuses this on a link whose packets are smaller than
     * the pieces, but still accepts single ones; so for such a receiver, this batch and all later
     * ones are sent one by one, and nothing is lost.
     */
    private void sendTogether(PeerId receiver, SocketAddress address) throws IOException {
        try {
            offload.cutInto(pieceBytes);
            channel.send(bytes, address);
        } catch (IOException refused) {
            bytes.rewind();
            sendOneByOne(address);
            uncut.add(receiver);
        }
    }

    private void sendOneByOne(SocketAddress address) throws IOException {
        offload.cutInto(0);
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(bytes.position() + pieceBytes, end));
            channel.send(bytes, address);
            bytes.position(bytes.limit());
        }
    }
}
