package ringside.app.launch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ringside.supervisor.ActionFailedException;

/** The problems of a run, each sentence once, in the order of their arrival. Thread-safe. */
final class Notices implements Consumer<String> {

    private final Set<String> sentences = new LinkedHashSet<>();

    @Override
    public synchronized void accept(String sentence) {
        sentences.add(sentence);
    }

    /** Adds the reason of an action if it fails. */
    void watch(CompletableFuture<Void> action) {
        var _ =
                action.exceptionally(failure -> {
                    accept(String.valueOf(ActionFailedException.causeOf(failure).getMessage()));
                    return null;
                });
    }

    /** Returns all of them in one line; empty while there are none. */
    synchronized String line() {
        return String.join(" ", sentences);
    }
}
