package ringside.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.SegmentTrain;
import ringside.status.PeerSettings;

/**
 * Puts segments together that have arrived together and are consecutive in their file. Confined to
 * one thread.
 */
public final class TrainAssembler {

    /** Offset of the sequence number in a header; before it is what all segments have alike. */
    private static final int SEQUENCE_AT = Long.BYTES;

    /** Made for the first train: few peers receive any. */
    private byte[] data = {};

    private int length;
    private int mss;
    private long alike;
    private long first;

    /**
     * Takes a datagram if it begins a train, or is the next segment of the one that has begun.
     *
     * @param datagram from the position to the limit; the position changes only if it is taken
     * @return whether it was taken
     */
    public boolean take(ByteBuffer datagram) {
        int start = datagram.position();
        int count = datagram.remaining() - DatagramCodec.HEADER_BYTES;
        if (count < 1 || count > DatagramCodec.MAX_BYTES - length) {
            return false;
        }
        long sequence = datagram.getLong(start + SEQUENCE_AT);
        if (length == 0 ? !begin(datagram, start, sequence) : !isNext(datagram, start, sequence)) {
            return false;
        }
        if (count > mss) {
            return false;
        }
        datagram.get(start + DatagramCodec.HEADER_BYTES, data, length, count);
        length += count;
        datagram.position(datagram.limit());
        return true;
    }

    private boolean begin(ByteBuffer datagram, int start, long sequence) {
        mss = DatagramCodec.mssOfSegment(datagram, start);
        if (mss < 1 || mss > PeerSettings.MAX_MSS || sequence < 1) {
            return false;
        }
        alike = datagram.getLong(start);
        first = sequence;
        data = data.length == 0 ? new byte[DatagramCodec.MAX_BYTES] : data;
        return true;
    }

    private boolean isNext(ByteBuffer datagram, int start, long sequence) {
        return datagram.getLong(start) == alike
                && sequence == first + length
                && sequence > first
                && length % mss == 0;
    }

    /**
     * Returns the train, and forgets it; null if none has begun. Its data lies where the next
     * train's will.
     */
    public @Nullable SegmentTrain end() {
        if (length == 0) {
            return null;
        }
        Bytes whole = Bytes.of(data, 0, length);
        length = 0;
        return new SegmentTrain(DatagramCodec.transferId(alike), first, mss, whole);
    }
}
