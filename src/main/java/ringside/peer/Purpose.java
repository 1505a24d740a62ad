package ringside.peer;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * Why a question was asked over TCP. It travels with the question through the outside world and
 * comes back with the answer, so that the core needs no table of what is under way.
 */
public sealed interface Purpose {

    /** Asked for {@link Message.Neighbours}. */
    sealed interface NeighboursAsked extends Purpose {}

    /** Told, to be confirmed by {@link Message.Accepted}. */
    sealed interface Told extends Purpose {}

    /** To continue behind a dead successor (SPEC 6.1). */
    record Repair(PeerId asked, long token) implements NeighboursAsked {}

    /** To test a peer that the first successor knows as its predecessor (stabilize, SPEC 7.1). */
    record Between(PeerId asked) implements NeighboursAsked {}

    /** To test a peer that would become the second successor (adopt nobody untested, SPEC 7.1). */
    record SuccessorTest(PeerId asked) implements NeighboursAsked {}

    /** To find a peer that the ring has lost (SPEC 7.3). */
    record RingMerge(PeerId asked) implements NeighboursAsked {}

    /** To see whether a peer that was declared dead is back (SPEC 6.2). */
    record SignOfLife(PeerId asked) implements NeighboursAsked {}

    /** To meet the peer that pinged while this one was alone. */
    record Meet(PeerId asked) implements NeighboursAsked {}

    /** To test a predecessor that has fallen silent (rectify, SPEC 7.1). */
    record PredecessorTest(PeerId asked) implements NeighboursAsked {}

    /** To find the place of a newcomer (join, SPEC 7.1). */
    record Join(PeerId asked) implements NeighboursAsked {}

    /** To pass a lookup on (SPEC 3.2). */
    record LookupHop(Message.Lookup lookup, PeerId to) implements Told {}

    /** To tell a requester who owns its file; nothing hangs on the answer. */
    record OwnerTold(long lookupId) implements Told {}

    /** To offer a file (SPEC 4.1); answered by {@link Message.Welcome}. */
    record OfferMade(long transferId) implements Purpose {}

    /**
     * To learn whether a silent sender still sends (SPEC 4.8); answered by {@link Message.Accepted}
     * or {@link Message.Refused}.
     */
    record SenderTest(PeerId sender, long transferId) implements Purpose {}

    /** To tell the other side that a transfer is over: a sender waits to hear that all has come. */
    record OverTold(PeerId told, long transferId) implements Told {}

    /**
     * To learn which of the files that it should hold a peer lacks (SPEC 8.2); answered by {@link
     * Message.Lacking}.
     */
    record InventoryShown(long comparisonId) implements Purpose {}

    /** To learn which peers precede the known predecessors: whose files this one holds. */
    record RangeWanted(PeerId asked) implements NeighboursAsked {}

    /** To tell a writer that its file is kept; nothing hangs on the answer. */
    record KeptTold(long lookupId) implements Told {}

    /** To have a copy of a damaged file sent. */
    record CopyAsked(FileNumber number, PeerId asked) implements Told {}

    /** To say goodbye (SPEC 5.1). */
    record Farewell(PeerId told) implements Told {}
}
