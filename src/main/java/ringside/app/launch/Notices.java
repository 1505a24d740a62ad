package ringside.app.launch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What is wrong with a run, each sentence once, in the order of its coming. Any thread. */
final class Notices implements Consumer<String> {

    private final Set<String> sentences = new LinkedHashSet<>();

    @Override
    public synchronized void accept(String sentence) {
        sentences.add(sentence);
    }

    /** All of them in one line; empty while nothing is wrong. */
    synchronized String line() {
        return String.join(" ", sentences);
    }
}
