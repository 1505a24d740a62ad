package ringside.channel;

import org.jspecify.annotations.Nullable;

/** A line is not of the channel's language; the message says what is wrong with it. */
public final class MalformedLineException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Takes what is wrong. */
    public MalformedLineException(String message) {
        super(message);
    }

    /** Takes what is wrong and what showed it. */
    public MalformedLineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
