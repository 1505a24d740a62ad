package ringside.peer;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * The subject of a reminder that a peer requests. Timers are data, and may always fire: a peer that
 * no longer needs one recognises it by its token, or by its own state, and ignores it.
 */
public sealed interface Timer {

    /** Periodic upkeep: nobody waits for it, so that it may go along with something hurried. */
    sealed interface Upkeep extends Timer {}

    /** The next ping to a target is due. */
    record PingDue(PeerId target, long token) implements Timer {}

    /** A ping's reply time-out has expired. */
    record PingOverdue(PeerId target, long token, long sequence) implements Timer {}

    /** Time to check whether the predecessors are still heard from. */
    record PredecessorsDue() implements Upkeep {}

    /** Time to ask again for neighbours after a death, until the answer is sound. */
    record RepairDue(long token) implements Timer {}

    /** Time to look for peers that the ring has lost. */
    record RingMergeDue() implements Timer {}

    /** Time to look up the next shortcut. */
    record ShortcutDue(long token) implements Upkeep {}

    /** Time to look again for a position on the ring. */
    record JoinDue() implements Timer {}

    /** Time to compare the held files with those of the neighbours (SPEC 8.2). */
    record ReplicationDue(long token) implements Timer {}

    /** A newcomer has waited long enough for the files of its range (SPEC 8.3). */
    record InitialSyncOverdue() implements Timer {}

    /** A store has waited long enough for its owner's answer, or is due for a retry. */
    record StoreOverdue(long storeId, int attempt) implements Timer {}

    /** A request whose transfer broke off is due for a retry. */
    record RequestAgain(FileNumber number) implements Timer {}

    /** A lookup has waited long enough for its owner. */
    record LookupOverdue(long lookupId, int attempt) implements Timer {}

    /** Time to tell a requester again that its file is here and is being read. */
    record ReadingDue(PeerId requester, long lookupId, FileNumber number) implements Timer {}

    /** A transfer has waited long enough for an acknowledgement, or for the receiver's word. */
    record TransferOverdue(long transferId) implements Timer {}

    /** Time to check whether a sender is still sending. */
    record SenderCheckDue(PeerId sender, long transferId) implements Timer {}

    /** Time to tell a sender again that the file has arrived. */
    record OverAgain(PeerId sender, long transferId) implements Timer {}

    /** The first part of a file, whose transfer broke off, has waited long enough for the rest. */
    record PartialDownloadStale(FileHandle handle) implements Timer {}

    /** Time to check the next stored file. */
    record ScrubDue() implements Upkeep {}

    /** Time to ask again for a copy of a damaged file. */
    record DamageRepairDue(FileNumber number) implements Timer {}

    /** Time to try again to delete a file. */
    record DeleteAgain(FileHandle handle) implements Timer {}

    /** A question to a peer behind a cut link has failed. */
    record OutOfReach(QuestionPurpose<?> purpose) implements Timer {}

    /** Time to look again for a peer that takes the files. */
    record HandoverAgain() implements Timer {}

    /** A leaving peer has waited long enough for its files to be taken. */
    record HandoverOverdue() implements Timer {}

    /** A leaving peer has waited long enough for its neighbours' confirmations. */
    record DepartureOverdue() implements Timer {}
}
