package ringside.status;

/** A step in the life of one segment or acknowledgement of a transfer (SPEC 4.2, 4.3, 4.6). */
public enum SegmentStep {
    /** The sender sent the segment for the first time. */
    SENT,
    /** The sender built the segment for the first time and dropped it on purpose. */
    DROPPED,
    /**
     * The sender sent the segment again: after a time-out, or after later ones had overtaken it.
     */
    RESENT,
    /** The sender built the segment again and dropped it on purpose. */
    RESENT_DROPPED,
    /** The retransmission time-out expired without an acknowledgement at the sender. */
    TIMED_OUT,
    /**
     * The sender learned that the receiver has three segments that were sent later, and considers
     * this one lost (fast retransmit).
     */
    OVERTAKEN,
    /** The receiver got the segment, and wrote it or buffered it until its turn. */
    RECEIVED,
    /** The receiver got the segment again, and wrote nothing. */
    DUPLICATE_RECEIVED,
    /** The receiver sent the acknowledgement. */
    ACKNOWLEDGEMENT_SENT,
    /** The receiver built the acknowledgement and dropped it on purpose. */
    ACKNOWLEDGEMENT_DROPPED,
    /** The sender got the acknowledgement. */
    ACKNOWLEDGEMENT_RECEIVED;

    /**
     * Returns whether the step is reported even when segment events are off. Failures are rare and
     * worth a sentence; normal steps are neither.
     */
    public boolean isNotable() {
        return switch (this) {
            case DROPPED, RESENT, RESENT_DROPPED, TIMED_OUT, OVERTAKEN, ACKNOWLEDGEMENT_DROPPED ->
                    true;
            case SENT,
                    RECEIVED,
                    DUPLICATE_RECEIVED,
                    ACKNOWLEDGEMENT_SENT,
                    ACKNOWLEDGEMENT_RECEIVED ->
                    false;
        };
    }
}
