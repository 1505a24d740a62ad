package ringside.supervisor;

/** Thrown when an action fails; the message is a sentence that says why and what to do. */
public final class ActionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActionFailedException(String message) {
        super(message);
    }
}
