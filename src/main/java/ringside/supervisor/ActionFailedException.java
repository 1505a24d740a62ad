package ringside.supervisor;

/** An action did not work out; the message is a sentence that says why and what to do. */
public final class ActionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the sentence. */
    public ActionFailedException(String message) {
        super(message);
    }
}
