package ringside.peer;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * What a peer wants to be reminded of. Timers are data and are never cancelled: a peer that has
 * changed its mind recognises a late one by its token, or by its own state, and ignores it.
 */
public sealed interface Timer {

    /** The next ping to a target is due. */
    record PingDue(PeerId target, long token) implements Timer {}

    /** A ping has waited long enough for its reply. */
    record PingOverdue(PeerId target, long token, long sequence) implements Timer {}

    /** Look whether the predecessors still speak. */
    record PredecessorsDue() implements Timer {}

    /** Ask once more for neighbours after a death, until the answer is sound. */
    record RepairDue(long token) implements Timer {}

    /** Look for peers that this ring has lost. */
    record ReunionDue() implements Timer {}

    /** Try once more to find a place on the ring. */
    record JoinDue() implements Timer {}

    /** Compare the held files with those of the neighbours (SPEC 8.2). */
    record ComparisonDue(long token) implements Timer {}

    /** A newcomer has waited long enough for the files of its range (SPEC 8.3). */
    record SettlingOverdue() implements Timer {}

    /** A store has waited long enough for its owner's word, or is to be tried again. */
    record StoreOverdue(long storeId, int attempt) implements Timer {}

    /** A request that broke off is to be tried again. */
    record RequestAgain(FileNumber number) implements Timer {}

    /** A lookup has waited long enough for its owner. */
    record LookupOverdue(long lookupId, int attempt) implements Timer {}

    /** Tell a requester once more that its file is here, and is being read. */
    record ReadingDue(PeerId requester, long lookupId, FileNumber number) implements Timer {}

    /** Look whether the outstanding segment has been acknowledged. */
    record SegmentOverdue(long transferId) implements Timer {}

    /** Look whether a sender still sends. */
    record SenderSilent(PeerId sender, long transferId) implements Timer {}

    /** Tell a sender once more that all has come. */
    record OverAgain(PeerId sender, long transferId) implements Timer {}

    /** The first part of a file, whose transfer broke off, has waited long enough for the rest. */
    record RemainsStale(FileHandle handle) implements Timer {}

    /** Check the next stored file. */
    record CheckDue() implements Timer {}

    /** Ask once more for a copy of a damaged file. */
    record MendingDue(FileNumber number) implements Timer {}

    /** Try once more to delete a file. */
    record DeleteAgain(FileHandle handle) implements Timer {}

    /** Somebody at the other end of a cut line was asked in vain. */
    record OutOfReach(Purpose purpose) implements Timer {}

    /** Try once more to find somebody who takes the files. */
    record HandOverAgain() implements Timer {}

    /** A leaving peer has waited long enough for its files to be taken. */
    record HandoverOverdue() implements Timer {}

    /** A leaving peer has waited long enough for its neighbours' confirmation. */
    record FarewellOverdue() implements Timer {}
}
