package ringside.rules;

/** Thrown for a file that holds no rules; the message names file, line and field. */
public final class InvalidRulesException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRulesException(String message, Throwable cause) {
        super(message, cause);
    }
}
