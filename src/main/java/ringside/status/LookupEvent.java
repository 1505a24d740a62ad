package ringside.status;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** Events of a lookup on its way to the owner (SPEC 3.2). */
public sealed interface LookupEvent extends PeerEvent {

    /** Returns the number of the file that is looked for. */
    FileNumber number();

    /**
     * The requester sent a lookup to its first reachable successor.
     *
     * @param attempt 1 to 3 (SPEC 3.2)
     */
    record LookupSent(
            long lookupId, LookupPurpose purpose, FileNumber number, PeerId to, int attempt)
            implements LookupEvent {}

    /**
     * A peer that does not own the hash forwarded the lookup.
     *
     * @param hop peers reached so far when this one got it, 1 for the first
     * @param meant whether it was marked as meant for {@code to}, which must own it or have a copy
     * @param replica 0 on the way to the owner; afterwards the number of holders before {@code to}
     *     that do not have the file (SPEC 8.5)
     */
    record LookupForwarded(
            long lookupId,
            FileNumber number,
            PeerId requester,
            int hop,
            PeerId to,
            boolean meant,
            int replica)
            implements LookupEvent {}

    /** A hop could not be reached and was skipped (SPEC 3.2). */
    record LookupPassedBy(long lookupId, FileNumber number, PeerId unreachable)
            implements LookupEvent {}

    /**
     * The lookup reached the owner, or a holder of a copy that answers for it.
     *
     * @param held whether the reporting peer has the file
     */
    record LookupArrived(
            long lookupId,
            LookupPurpose purpose,
            FileNumber number,
            PeerId requester,
            int hop,
            boolean held)
            implements LookupEvent {}

    /** The requester received the owner's answer. */
    record LookupAnswered(
            long lookupId, LookupPurpose purpose, FileNumber number, PeerId owner, boolean held)
            implements LookupEvent {}

    /** The requester gave up; the reason is made one plain sentence. */
    record LookupFailed(long lookupId, LookupPurpose purpose, FileNumber number, String reason)
            implements LookupEvent {
        public LookupFailed {
            reason = PlainSentence.of(reason);
        }
    }
}
