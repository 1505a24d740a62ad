package ringside.node;

/** Thrown for a wrong command line; the message says in one line what is wrong (SPEC 1.3). */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with one sentence for the user. */
    public UsageException(String message) {
        super(message);
    }
}
