package ringside.wire;

/** The other side sent bytes that are no message: its mistake, to be counted and ignored. */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the bytes. */
    public MalformedMessageException(String message) {
        super(message);
    }

    /** Says what is wrong with the bytes, and what found it. */
    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
