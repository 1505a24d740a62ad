package ringside.transcript;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.rules.Rules;
import ringside.rules.SentencePattern;

/** The words of a family's sentences, in lower case. Immutable. */
final class Vocabulary {

    private final Set<String> words;
    private final Set<String> articles;

    Vocabulary(Rules rules) {
        words =
                rules.sentences().stream()
                        .flatMap(rule -> rule.pattern().parts().stream())
                        .filter(SentencePattern.Word.class::isInstance)
                        .map(part -> lower(((SentencePattern.Word) part).text()))
                        .collect(Collectors.toUnmodifiableSet());
        articles = rules.articles().stream().map(Vocabulary::lower).collect(Collectors.toSet());
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    boolean contains(String word) {
        return words.contains(lower(word));
    }

    /** Returns whether a word carries no meaning: it may be missing, or too many. */
    boolean isArticle(String word) {
        return articles.contains(lower(word));
    }
}
