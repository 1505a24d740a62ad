package ringside.rules;

import java.util.List;

/**
 * The rules of one family of programs (PROGRAMS 2.1).
 *
 * @param name of the family
 * @param articles words without meaning: a sentence may leave them out, or have one too many
 * @param sentences that its programs print
 */
public record Rules(String name, List<String> articles, List<SentenceRule> sentences) {

    /** Copies the lists. */
    public Rules {
        articles = List.copyOf(articles);
        sentences = List.copyOf(sentences);
    }
}
