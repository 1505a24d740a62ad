package ringside.wire;

/**
 * Thrown when the other side sent bytes that are not a message. The mistake is the other side's, so
 * the receiver counts it and carries on.
 */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates an exception that says what is wrong with the bytes. */
    public MalformedMessageException(String message) {
        super(message);
    }

    /**
     * Creates an exception that says what is wrong with the bytes, and which exception showed it.
     */
    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
