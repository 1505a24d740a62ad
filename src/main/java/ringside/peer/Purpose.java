package ringside.peer;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * Why a question was asked over TCP. It travels with the question through the outside world and
 * comes back with the answer, so that the core needs no table of what is under way.
 */
public sealed interface Purpose {

    /** To continue behind a dead successor (SPEC 6.1). */
    record Repair(PeerId asked, long token) implements Purpose {}

    /** To test a peer that the first successor knows as its predecessor (stabilize, SPEC 7.1). */
    record Between(PeerId asked) implements Purpose {}

    /** To test a peer that would become the second successor (adopt nobody untested, SPEC 7.1). */
    record SuccessorTest(PeerId asked) implements Purpose {}

    /** To find a peer that the ring has lost (SPEC 7.3). */
    record RingMerge(PeerId asked) implements Purpose {}

    /** To see whether a peer that was declared dead is back (SPEC 6.2). */
    record SignOfLife(PeerId asked) implements Purpose {}

    /** To meet the peer that pinged while this one was alone. */
    record Meet(PeerId asked) implements Purpose {}

    /** To test a predecessor that has fallen silent (rectify, SPEC 7.1). */
    record PredecessorTest(PeerId asked) implements Purpose {}

    /** To find the place of a newcomer (join, SPEC 7.1). */
    record Join(PeerId asked) implements Purpose {}

    /** To pass a lookup on (SPEC 3.2). */
    record LookupHop(Message.Lookup lookup, PeerId to) implements Purpose {}

    /** To tell a requester who owns its file; nothing hangs on the answer. */
    record OwnerTold(long lookupId) implements Purpose {}

    /** To offer a file (SPEC 4.1). */
    record OfferMade(long transferId) implements Purpose {}

    /** To learn whether a silent sender still sends (SPEC 4.8). */
    record SenderTest(PeerId sender, long transferId) implements Purpose {}

    /** To tell the other side that a transfer is over: a sender waits to hear that all has come. */
    record OverTold(PeerId told, long transferId) implements Purpose {}

    /** To learn which of the files that it should hold a peer lacks (SPEC 8.2). */
    record InventoryShown(long comparisonId) implements Purpose {}

    /** To learn which peers precede the known predecessors: whose files this one holds. */
    record RangeWanted(PeerId asked) implements Purpose {}

    /** To tell a writer that its file is kept; nothing hangs on the answer. */
    record KeptTold(long lookupId) implements Purpose {}

    /** To get a copy of a damaged file. */
    record CopyAsked(FileNumber number, PeerId asked) implements Purpose {}

    /** To say goodbye (SPEC 5.1). */
    record Farewell(PeerId told) implements Purpose {}
}
