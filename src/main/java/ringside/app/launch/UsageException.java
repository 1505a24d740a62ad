package ringside.app.launch;

/** The command line is wrong; the message is one line that says what. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
