package ringside.export;

import ringside.ring.PeerId;

/**
 * By what one sees that an event at one host led to an event at another one: a message that is
 * named in the reports of both.
 */
sealed interface MessageTrace {

    /** A data segment on its way from its sender. */
    record Segment(PeerId sender, long transferId, long sequence) implements MessageTrace {}

    /** An acknowledgement on its way from the receiver. */
    record Receipt(PeerId receiver, long transferId, long acknowledgement)
            implements MessageTrace {}

    /** The receiver's welcome, with which the flow begins (SPEC 4.1). */
    record Welcome(PeerId receiver, long transferId) implements MessageTrace {}

    /** The receiver's word that the file is whole (SPEC 4.4). */
    record Whole(PeerId receiver, long transferId) implements MessageTrace {}

    /** A lookup that reaches its {@code hop}-th peer (SPEC 3.2). */
    record Hop(PeerId requester, long lookupId, int hop, PeerId to) implements MessageTrace {}

    /** The same, sent on to a peer that was not named, because another one could not be reached. */
    record HopBeyond(PeerId requester, long lookupId, int hop) implements MessageTrace {}

    /** The owner's answer to the requester. */
    record Answer(PeerId requester, long lookupId, PeerId owner) implements MessageTrace {}

    /** A leaver's goodbye; a peer may come back and leave again, so that the last one counts. */
    record Goodbye(PeerId leaver) implements MessageTrace {}

    /** The start of a process. */
    record Birth(PeerId peer, long processId) implements MessageTrace {}
}
