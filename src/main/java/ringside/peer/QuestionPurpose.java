package ringside.peer;

import java.util.List;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * The reason for a question over TCP. It travels with the question through the outside world and
 * comes back with the answer, so that the core needs no table of pending questions.
 *
 * @param <R> the reply that the question expects
 */
public sealed interface QuestionPurpose<R> {

    /** A question answered by {@link Message.Neighbours}. */
    sealed interface NeighboursAsked extends QuestionPurpose<Message.Neighbours> {}

    /** A notice confirmed by {@link Message.Accepted}. */
    sealed interface Notice extends QuestionPurpose<Message.Accepted> {}

    /** Continues the list after a dead successor (SPEC 6.1). */
    record Repair(PeerId asked, long token) implements NeighboursAsked {}

    /** Probes the predecessor that the first successor reports (stabilize, SPEC 7.1). */
    record Between(PeerId asked) implements NeighboursAsked {}

    /** Probes a peer that would become the second successor (adopt nobody untested, SPEC 7.1). */
    record SuccessorTest(PeerId asked) implements NeighboursAsked {}

    /** Looks for a peer that the ring has lost (SPEC 7.5). */
    record LostPeerTest(PeerId asked) implements NeighboursAsked {}

    /** Probes a peer that was declared dead and may be back (SPEC 6.2). */
    record SignOfLife(PeerId asked) implements NeighboursAsked {}

    /** Contacts the peer that pinged while this one was alone. */
    record Meet(PeerId asked) implements NeighboursAsked {}

    /** Probes a predecessor that has fallen silent (rectify, SPEC 7.1). */
    record PredecessorTest(PeerId asked) implements NeighboursAsked {}

    /** Finds a newcomer's position (join, SPEC 7.1). */
    record Join(PeerId asked) implements NeighboursAsked {}

    /**
     * Forwards a lookup (SPEC 3.2).
     *
     * @param silent whom this peer tried before, the latest last
     */
    record LookupHop(Message.Lookup lookup, PeerId to, List<PeerId> silent) implements Notice {
        public LookupHop {
            silent = List.copyOf(silent);
        }

        public LookupHop(Message.Lookup lookup, PeerId to) {
            this(lookup, to, List.of());
        }
    }

    /**
     * Forwards a search for a shortcut (SPEC 3.6).
     *
     * @param silent whom this peer tried before, the latest last
     */
    record SuccessorHop(Message.SuccessorWanted wanted, PeerId to, List<PeerId> silent)
            implements Notice {
        public SuccessorHop {
            silent = List.copyOf(silent);
        }
    }

    /** Tells a peer its shortcut; the answer does not matter. */
    record SuccessorNotice(PeerId start) implements Notice {}

    /** Tells a requester who owns its file; the answer does not matter. */
    record OwnerNotice(long lookupId) implements Notice {}

    /** Offers a file (SPEC 4.1); answered by {@link Message.Welcome}. */
    record OfferMade(long transferId) implements QuestionPurpose<Message.OfferReply> {}

    /**
     * Asks a silent sender whether it is still sending (SPEC 4.8); answered by {@link
     * Message.Accepted} or {@link Message.Refused}.
     */
    record SenderTest(PeerId sender, long transferId)
            implements QuestionPurpose<Message.SendingReply> {}

    /** Tells the other side that a transfer is over; a sender waits for this confirmation. */
    record TransferOverNotice(PeerId to, long transferId) implements Notice {}

    /**
     * Asks a peer which of the files that it should hold it lacks (SPEC 8.2); answered by {@link
     * Message.Lacking}.
     */
    record InventoryShown(long comparisonId) implements QuestionPurpose<Message.InventoryReply> {}

    /** Asks for the peers before the known predecessors, whose files this peer holds. */
    record RangeWanted(PeerId asked) implements NeighboursAsked {}

    /** Tells a writer that its file is stored; the answer does not matter. */
    record KeptNotice(long lookupId) implements Notice {}

    /** Asks for a copy of a damaged file. */
    record ReplicaAsked(FileNumber number, PeerId asked) implements Notice {}

    /** Announces this peer's departure (SPEC 5.1). */
    record DepartureNotice(PeerId to) implements Notice {}
}
