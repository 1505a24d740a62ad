package ringside.app.launch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.supervisor.ActionFailedException;

/**
 * The problems of a run, each sentence once, in the order of their arrival, and then what is wrong
 * for a while. Thread-safe.
 */
final class Notices implements Consumer<String> {

    private final Set<String> sentences = new LinkedHashSet<>();
    private final Supplier<String> passing;

    /** Begins without a problem. */
    Notices() {
        this(() -> "");
    }

    /**
     * Begins without a problem.
     *
     * @param passing supplies a sentence while something is wrong, and else an empty one
     */
    Notices(Supplier<String> passing) {
        this.passing = passing;
    }

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
        return Stream.concat(sentences.stream(), Stream.of(passing.get()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
