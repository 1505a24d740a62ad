package ringside.transcript;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the line that comes nearest to a sentence that never came (PROGRAMS 3.2). */
public final class NearestLine {

    /** A line that shares fewer of the words says something else. */
    private static final double ALIKE = 0.6;

    private static final int LONGEST = 200;

    private NearestLine() {}

    /**
     * Returns the line that shares most words with a sentence, the first of equals, cut to at most
     * {@value #LONGEST} characters; empty if none shares enough.
     */
    public static Optional<String> to(String sentence, Stream<String> lines) {
        return lines.distinct()
                .filter(line -> likeness(sentence, line) >= ALIKE)
                .reduce((one, other) ->
                        likeness(sentence, other) > likeness(sentence, one) ? other : one)
                .map(line -> line.substring(0, Math.min(LONGEST, line.length())));
    }

    /** Returns the words that both have, of all words that one of them has; 0 to 1. */
    private static double likeness(String sentence, String line) {
        Set<String> wanted = wordsOf(sentence);
        Set<String> found = wordsOf(line);
        Set<String> all = new HashSet<>(wanted);
        all.addAll(found);
        found.retainAll(wanted);
        return (double) found.size() / all.size();
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words =
                new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)));
        words.remove("");
        return words;
    }
}
