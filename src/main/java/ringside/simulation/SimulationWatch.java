package ringside.simulation;

import java.util.function.Supplier;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;

/**
 * Watches what lies between the peers of a {@link Simulation} and on their disks, in order to check
 * it; called on its thread.
 */
public interface SimulationWatch {

    /** Checks nothing. */
    SimulationWatch NONE = new SimulationWatch() {};

    /** A peer answers the offer of a file. */
    default void offerAnswered(PeerId receiver, Message.Offer offer, Message.Reply reply) {}

    /** A segment of a file leaves its sender, and may get lost. */
    default void segmentSent(PeerId sender, Datagram.Segment segment) {}

    /** An acknowledgement reaches the sender of a file. */
    default void receiptDelivered(PeerId sender, Datagram.Receipt receipt) {}

    /** A question has reached a living peer, which has not answered it yet. */
    default void questionDelivered(PeerId receiver, Message.Question<?> question) {}

    /** A question has got no answer, and its sender is to know that now. */
    default void questionUnanswered(PeerId receiver, Message.Question<?> question) {}

    /** A peer has learned who owns a position that it was to {@link SimulatedPeer#find find}. */
    default void ownerKnown(PeerId requester, PeerId position, PeerId owner) {}

    /** A peer opens a file for sending. */
    default void fileOpened(FileName name, byte[] content) {}

    /**
     * A peer has written a piece of a file.
     *
     * @param soFar gives all bytes of the file until now
     */
    default void fileWritten(FileName name, Supplier<byte[]> soFar) {}

    /** A peer will start with a fault, and may spoil the bytes of files. */
    default void faultPlanted(PlantedFault fault) {}
}
