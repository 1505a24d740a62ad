package ringside.peer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;

/**
 * Messages that travel as one UDP datagram: pings (SPEC 2) and the flow of a file (SPEC 4). Who sent
 * them is seen from the source port.
 */
public sealed interface Datagram extends Message {

    /**
     * Are you there?
     *
     * @param role which successor the sender takes the receiver for
     * @param sequence starts at 0 with a fresh target and grows by 1
     */
    record Ping(SuccessorRole role, long sequence) implements Datagram {
        public Ping {
            requireNonNull(role, "role");
            Limits.requireNotNegative(sequence, "sequence");
        }
    }

    /**
     * I am, and these are my neighbours.
     *
     * @param sequence of the ping
     * @param predecessor the first one, or null when none is known
     * @param successors nearest first
     */
    record PingReply(long sequence, @Nullable PeerId predecessor, List<PeerId> successors)
            implements Datagram {
        public PingReply {
            Limits.requireNotNegative(sequence, "sequence");
            successors = Limits.listOfPeers(successors);
        }
    }

    /**
     * A piece of a file.
     *
     * @param sequence 1 + the offset of its first byte
     * @param mss the largest segment of this transfer in bytes
     */
    record Segment(long transferId, long sequence, int mss, Bytes data) implements Datagram {
        public Segment {
            Limits.requireId(transferId);
            requireNonNull(data, "data");
            if (sequence < 1 || mss < 1 || mss > PeerSettings.MAX_MSS) {
                throw new IllegalArgumentException("sequence or MSS out of range");
            }
            if (data.length() < 1 || data.length() > mss) {
                throw new IllegalArgumentException("a segment carries 1 to MSS bytes");
            }
        }
    }

    /** The sequence number of the acknowledged segment plus its length. */
    record Acknowledgement(long transferId, long acknowledgement) implements Datagram {
        public Acknowledgement {
            Limits.requireId(transferId);
            Limits.requireNotNegative(acknowledgement, "acknowledgement");
        }
    }
}
