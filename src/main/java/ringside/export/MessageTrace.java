package ringside.export;

import ringside.ring.PeerId;

/**
 * A message between two hosts that appears in the reports of both: it shows that an event at one
 * host caused an event at the other.
 */
sealed interface MessageTrace {

    /** A data segment on its way from its sender. */
    record Segment(PeerId sender, long transferId, long sequence) implements MessageTrace {}

    /** An acknowledgement on its way from the receiver. */
    record Receipt(PeerId receiver, long transferId, long acknowledgement)
            implements MessageTrace {}

    /** The receiver's welcome, with which the flow begins (SPEC 4.1). */
    record Welcome(PeerId receiver, long transferId) implements MessageTrace {}

    /** The receiver's message that the file is complete (SPEC 4.4). */
    record Whole(PeerId receiver, long transferId) implements MessageTrace {}

    /** A lookup that reaches its {@code hop}-th peer (SPEC 3.2). */
    record Hop(PeerId requester, long lookupId, int hop, PeerId to) implements MessageTrace {}

    /** The same, forwarded to an unnamed peer because the named one could not be reached. */
    record HopBeyond(PeerId requester, long lookupId, int hop) implements MessageTrace {}

    /** The owner's answer to the requester. */
    record Answer(PeerId requester, long lookupId, PeerId owner) implements MessageTrace {}

    /** A leaver's departure. A peer may come back and leave again, so the last departure counts. */
    record Departure(PeerId leaver) implements MessageTrace {}

    /** The start of a process. */
    record Birth(PeerId peer, long processId) implements MessageTrace {}
}
