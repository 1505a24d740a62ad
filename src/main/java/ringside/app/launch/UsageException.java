package ringside.app.launch;

/** Thrown for a wrong command line; the message says in one line what is wrong. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
