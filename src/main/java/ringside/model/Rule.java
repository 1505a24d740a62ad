package ringside.model;

/**
 * A rule that peers follow, with its section of the specification. The title and the text are in
 * the resource bundle {@code explanations}.
 */
public enum Rule {
    START("1.2"),
    PORT("1.3"),
    PINGS("2.1"),
    PREDECESSORS("2.2"),
    MISSES("2.3"),
    OWNERS("3.1"),
    LOOKUP("3.2"),
    SHORTCUTS("3.6"),
    OFFER("4.1"),
    SEGMENTS("4.2"),
    LOSS("4.3"),
    GIVING_UP("4.4"),
    LEAVING("5.1"),
    DEATH("6.1"),
    JOINING("7.1"),
    STABILIZATION("7.1"),
    RING_MERGE("7.3"),
    STORING("8.1"),
    REPLICAS("8.2"),
    NEWCOMERS("8.3"),
    HANDOVER("8.4"),
    READING("8.5"),
    CONTENT("8.7"),
    REPORTING("9.1"),
    OVERLOAD("9.2"),
    CAPTURE("9.7"),
    HOSTS("9.8"),
    BAD_INPUT("10.1");

    private final String section;

    Rule(String section) {
        this.section = section;
    }

    /** Returns the section of the specification, such as '2.3'. */
    public String section() {
        return section;
    }

    /** Returns the topic of the rule, a few words. */
    public String title() {
        return ExplanationTexts.format("rule." + this + ".title");
    }

    /** Returns the rule itself, one or two plain sentences. */
    public String text() {
        return ExplanationTexts.format("rule." + this);
    }
}
