package ringside.json;

import org.jspecify.annotations.Nullable;

/** Thrown for text that is not the expected record; the message says what is wrong with it. */
public final class MalformedRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedRecordException(String reason) {
        super(reason);
    }

    MalformedRecordException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
