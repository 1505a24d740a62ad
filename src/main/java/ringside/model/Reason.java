package ringside.model;

import static java.util.Objects.requireNonNull;

/**
 * Why something happened.
 *
 * @param why one plain sentence with the real numbers
 * @param rule that the peer followed
 */
public record Reason(String why, Rule rule) {

    /** Checks that nothing is missing. */
    public Reason {
        requireNonNull(why, "why");
        requireNonNull(rule, "rule");
    }

    static Reason of(Rule rule, String key, Object... inserts) {
        return new Reason(ExplanationTexts.format("because." + key, inserts), rule);
    }
}
