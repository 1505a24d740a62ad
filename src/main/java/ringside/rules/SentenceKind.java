package ringside.rules;

/** What a sentence of a program says, whatever its words are in a family (PROGRAMS 2.1). */
public enum SentenceKind {
    /** A ping request arrived from a peer. */
    PING_REQUEST,
    /** A ping response arrived from a peer. */
    PING_RESPONSE,
    /** Pings were sent to two peers. */
    PINGS_SENT,
    /** The speaker's request for a file left. */
    REQUEST_SENT,
    /** The speaker has not the file that was asked for. */
    NOT_HERE,
    /** The request went on to the successor. */
    FORWARDED,
    /** The speaker has the file that was asked for. */
    HERE,
    /** The speaker told the requester that it has the file. */
    RESPONSE_SENT,
    /** A transfer begins at its sender. */
    SENDING,
    /** A transfer ended at its sender. */
    SENT,
    /** A peer said that it has the file. */
    RESPONSE_FROM,
    /** A transfer begins at its receiver. */
    RECEIVING,
    /** A transfer ended at its receiver. */
    RECEIVED,
    /** Another peer leaves. */
    DEPARTS,
    /** The speaker itself leaves. */
    OWN_DEPARTURE,
    /** The speaker's first successor. */
    FIRST_SUCCESSOR,
    /** The speaker's second successor. */
    SECOND_SUCCESSOR,
    /** A peer was killed. */
    DEAD,
    /** A newcomer's wish to join went on to the successor. */
    JOIN_FORWARDED,
    /** A newcomer asked the speaker to join. */
    JOIN_RECEIVED,
    /** The speaker was told that its successors change. */
    CHANGE_RECEIVED,
    /** The speaker, a newcomer, is part of the ring. */
    JOIN_ACCEPTED,
    /** The wish to store a file went on to the successor. */
    STORE_FORWARDED,
    /** The speaker stored a file. */
    STORE_ACCEPTED
}
