package ringside.rules;

import org.jspecify.annotations.Nullable;

/**
 * One sentence that a family prescribes.
 *
 * @param kind what it says
 * @param text its words, in the notation of {@link SentencePattern}
 * @param ofItself what it says when the peer that it names is the speaker; null when that makes no
 *     difference (PROGRAMS 3.3)
 */
public record SentenceRule(SentenceKind kind, String text, @Nullable SentenceKind ofItself) {

    /**
     * Validates the notation.
     *
     * @throws ringside.text.InvalidInputException when the text is no pattern
     */
    public SentenceRule {
        SentencePattern.parse(text);
    }

    /** Returns the text as a pattern. */
    public SentencePattern pattern() {
        return SentencePattern.parse(text);
    }
}
