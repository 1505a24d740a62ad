package ringside.peer;

import java.util.List;
import java.util.stream.IntStream;
import ringside.status.PeerSettings;

/**
 * Consecutive data segments of one file that travel together, so that their peers take one step for
 * all of them. On the wire they are the datagrams that they would be one by one.
 *
 * @param transferId of the transfer, chosen by its sender; 0 to {@link Message#MAX_ID}
 * @param sequence of the first segment: 1 + the offset of its first byte, at least 1
 * @param mss bytes of each segment but the last, which has 1 to MSS; 1 to {@link
 *     PeerSettings#MAX_MSS}
 * @param data of all segments, without their headers; at least one byte
 */
public record SegmentTrain(long transferId, long sequence, int mss, Bytes data) {

    /**
     * Checks the ranges of all fields.
     *
     * @throws IllegalArgumentException when one is out of range
     */
    public SegmentTrain {
        Limits.requireId(transferId);
        if (sequence < 1 || mss < 1 || mss > PeerSettings.MAX_MSS) {
            throw new IllegalArgumentException("sequence or MSS out of range");
        }
        if (data.length() < 1) {
            throw new IllegalArgumentException("a train carries bytes");
        }
    }

    /** Returns the number of segments; at least 1. */
    public int count() {
        return Math.ceilDiv(data.length(), mss);
    }

    /** Returns the number of data bytes of the segment at an index, 0 to count - 1. */
    public int lengthOf(int index) {
        return Math.min(mss, data.length() - index * mss);
    }

    /** Returns the segment at an index, 0 to count - 1. */
    public Datagram.Segment segment(int index) {
        int from = index * mss;
        return new Datagram.Segment(
                transferId, sequence + from, mss, data.part(from, lengthOf(index)));
    }

    /** Returns the segments from an index to before another, 0 to count, as a train. */
    public SegmentTrain part(int begin, int end) {
        int from = begin * mss;
        int length = Math.min(end * mss, data.length()) - from;
        return new SegmentTrain(transferId, sequence + from, mss, data.part(from, length));
    }

    /** Returns the segments one by one, in order. */
    public List<Datagram.Segment> segments() {
        return IntStream.range(0, count()).mapToObj(this::segment).toList();
    }
}
