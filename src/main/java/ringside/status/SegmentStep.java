package ringside.status;

/** What happened to one segment or acknowledgement of a transfer (SPEC 4.2, 4.3, 4.6). */
public enum SegmentStep {
    /** The sender sent it for the first time. */
    SENT,
    /** The sender formed it for the first time and dropped it on purpose. */
    DROPPED,
    /** The sender sent it again: after a time-out, or after later ones had overtaken it. */
    RESENT,
    /** The sender formed it again and dropped it on purpose. */
    RESENT_DROPPED,
    /** The sender waited the whole retransmission time-out without an acknowledgement. */
    TIMED_OUT,
    /**
     * The sender learned that the receiver has three that were sent later, and takes it for lost
     * (fast retransmit).
     */
    OVERTAKEN,
    /** The receiver got it, and wrote it or keeps it for its turn. */
    RECEIVED,
    /** The receiver got it once more, and wrote nothing. */
    DUPLICATE_RECEIVED,
    /** The receiver sent the acknowledgement. */
    ACKNOWLEDGEMENT_SENT,
    /** The receiver formed the acknowledgement and threw it away on purpose. */
    ACKNOWLEDGEMENT_DROPPED,
    /** The sender got the acknowledgement. */
    ACKNOWLEDGEMENT_RECEIVED;

    /**
     * Whether it is told even when segment events are off: what went wrong is rare and worth a
     * sentence, what went right is neither.
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
