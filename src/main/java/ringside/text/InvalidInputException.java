package ringside.text;

import java.util.function.Supplier;

/**
 * Signals a value that is not allowed, with a message for its author. The message is formatted only
 * when it is read: the network sends bad values by the thousand, and nobody reads about those.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> message;

    /** Creates an exception; the supplier may be called any number of times. */
    public InvalidInputException(Supplier<String> message) {
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message.get();
    }
}
