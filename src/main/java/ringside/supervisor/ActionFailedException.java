package ringside.supervisor;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Thrown when an action fails; the message is a sentence that says why and what to do. */
public final class ActionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActionFailedException(String message) {
        super(message);
    }

    /**
     * Returns what made a future fail, without the exception that later stages, or a wait for it,
     * wrap around it.
     */
    public static Throwable causeOf(Throwable failure) {
        boolean isWrapped =
                failure instanceof CompletionException || failure instanceof ExecutionException;
        return isWrapped && failure.getCause() != null ? failure.getCause() : failure;
    }
}
