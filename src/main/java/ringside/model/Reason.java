package ringside.model;

/**
 * The reason for an event.
 *
 * @param why one plain sentence with the real numbers
 * @param rule the rule that the peer followed
 */
public record Reason(String why, Rule rule) {

    static Reason of(Rule rule, String key, Object... inserts) {
        return new Reason(ExplanationTexts.format("because." + key, inserts), rule);
    }
}
