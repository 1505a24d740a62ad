package ringside.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.text.SourceTexts.Said;

/**
 * The keys that the code of a package can build from its own texts, with texts or names of enum
 * constants in the holes. A widget id with dashes corresponds to a key with dots.
 */
final class Keys {

    /** How deep a hole is filled with texts that have holes themselves. */
    private static final int DEPTH = 2;

    private final Set<String> choices = new TreeSet<>();
    private final List<String> phrases;
    private final Map<String, Boolean> known = new HashMap<>();

    Keys(Stream<Said> phrasesBeside, Set<String> names) {
        phrases =
                phrasesBeside
                        .map(said -> said.phrase().text())
                        .flatMap(text -> Stream.of(text, text.replace('-', '.')))
                        .distinct()
                        .toList();
        for (String name : names) {
            choices.add(name);
            choices.add(name.toLowerCase(Locale.ROOT));
            choices.add(name.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** Returns whether some code can build a key. */
    boolean has(String key) {
        return isSaid(key, DEPTH)
                || (key.endsWith(".one") && isSaid(key.substring(0, key.length() - 4), DEPTH));
    }

    private boolean isSaid(String text, int depth) {
        String question = depth + text;
        Boolean answer = known.get(question);
        if (answer == null) {
            answer = phrases.stream().anyMatch(phrase -> fits(text, phrase, depth));
            known.put(question, answer);
        }
        return answer;
    }

    private boolean fits(String text, String phrase, int depth) {
        int hole = phrase.indexOf(SourceText.HOLE);
        if (hole < 0) {
            return text.equals(phrase);
        }
        if (!text.startsWith(phrase.substring(0, hole))) {
            return false;
        }
        String rest = text.substring(hole);
        String more = phrase.substring(hole + 1);
        for (int end = 0; end <= rest.length(); end++) {
            if (fits(rest.substring(end), more, depth) && canFill(rest.substring(0, end), depth)) {
                return true;
            }
        }
        return false;
    }

    private boolean canFill(String text, int depth) {
        return text.isEmpty() || choices.contains(text) || (depth > 0 && isSaid(text, depth - 1));
    }
}
