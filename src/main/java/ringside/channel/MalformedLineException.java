package ringside.channel;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for a line that violates the channel's protocol; the message says what is wrong with it.
 */
public final class MalformedLineException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates an exception that says what is wrong. */
    public MalformedLineException(String message) {
        super(message);
    }

    /** Creates an exception that says what is wrong, and which exception showed it. */
    public MalformedLineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
