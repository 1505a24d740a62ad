package ringside.peer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;

/**
 * Messages sent as a single UDP datagram: pings (SPEC 2) and the flow of a file (SPEC 4). The
 * source port identifies the sender.
 */
public sealed interface Datagram extends Message {

    /**
     * Asks a successor for a sign of life.
     *
     * @param role the receiver's position in the sender's successor list
     * @param sequence starts at 0 for a new target and grows by 1
     */
    record Ping(SuccessorRole role, long sequence) implements Datagram, Control {
        public Ping {
            Limits.requireNumber(sequence, "sequence");
        }
    }

    /**
     * Answers a ping with the neighbours of the pinged peer.
     *
     * @param sequence of the ping
     * @param predecessor the first one, or null when none is known
     * @param successors nearest first
     */
    record PingReply(long sequence, @Nullable PeerId predecessor, List<PeerId> successors)
            implements Datagram, Control {
        public PingReply {
            Limits.requireNumber(sequence, "sequence");
            successors = Limits.listOfPeers(successors);
        }
    }

    /**
     * A data segment of a file.
     *
     * @param sequence 1 + the offset of its first byte
     * @param mss the largest segment of this transfer in bytes
     */
    record Segment(long transferId, long sequence, int mss, Bytes data) implements Datagram {
        public Segment {
            Limits.requireId(transferId);
            if (sequence < 1 || mss < 1 || mss > PeerSettings.MAX_MSS) {
                throw new IllegalArgumentException("sequence or MSS out of range");
            }
            if (data.length() < 1 || data.length() > mss) {
                throw new IllegalArgumentException("a segment carries 1 to MSS bytes");
            }
        }

        /** Returns the same segment with data of its own. */
        public Segment copy() {
            return new Segment(transferId, sequence, mss, Bytes.of(data.toArray()));
        }
    }

    /** A receiver's acknowledgement of segments. */
    sealed interface Receipt extends Datagram {
        /** Returns the id of the transfer, assigned by its sender. */
        long transferId();

        /** Returns the next expected sequence number. */
        long acknowledgement();
    }

    /**
     * Acknowledges one segment (stop-and-wait).
     *
     * @param acknowledgement the sequence number of the acknowledged segment plus its length
     */
    record Acknowledgement(long transferId, long acknowledgement) implements Receipt {
        public Acknowledgement {
            Limits.requireId(transferId);
            if (acknowledgement < 0) {
                throw new IllegalArgumentException("acknowledgement out of range");
            }
        }
    }

    /**
     * Acknowledges everything before a sequence number, and some segments after it (selective
     * repeat).
     *
     * @param acknowledgement 1 + the number of bytes received without a gap
     * @param beyond bit i, lowest first, is set if the segment that begins i + 1 segments after the
     *     acknowledgement number was received; 0 to {@value #MAX_BEYOND_BYTES} bytes, the last not
     *     0
     */
    record SelectiveAcknowledgement(long transferId, long acknowledgement, Bytes beyond)
            implements Receipt {

        /** Enough for all but the first segment of the widest window. */
        public static final int MAX_BEYOND_BYTES = PeerSettings.MAX_WINDOW / Byte.SIZE;

        public SelectiveAcknowledgement {
            Limits.requireId(transferId);
            if (acknowledgement < 1) {
                throw new IllegalArgumentException("acknowledgement out of range");
            }
            int length = beyond.length();
            if (length > MAX_BEYOND_BYTES || (length > 0 && beyond.get(length - 1) == 0)) {
                throw new IllegalArgumentException("the bitmap is too long");
            }
        }

        /** Returns whether the receiver has segments behind one that it misses. */
        boolean hasGap() {
            return beyond.length() > 0;
        }

        /**
         * Returns whether the receiver has the segment that begins this many segments after the
         * first gap.
         */
        boolean has(int segmentsAfter) {
            int bit = segmentsAfter - 1;
            int index = bit / Byte.SIZE;
            return bit >= 0
                    && index < beyond.length()
                    && (beyond.get(index) >> bit % Byte.SIZE & 1) == 1;
        }
    }
}
