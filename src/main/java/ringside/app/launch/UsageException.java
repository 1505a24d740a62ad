package ringside.app.launch;

/** Thrown when the command line is wrong; the message is one line that says why. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
