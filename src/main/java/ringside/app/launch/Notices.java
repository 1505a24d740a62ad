package ringside.app.launch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The problems of a run, each sentence once, in the order of their arrival. Thread-safe. */
final class Notices implements Consumer<String> {

    private final Set<String> sentences = new LinkedHashSet<>();

    @Override
    public synchronized void accept(String sentence) {
        sentences.add(sentence);
    }

    /** Returns all of them in one line; empty while there are none. */
    synchronized String line() {
        return String.join(" ", sentences);
    }
}
