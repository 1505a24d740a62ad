package ringside.app.lessons;

import java.util.List;

/**
 * The answer to a question beside what was said to it.
 *
 * @param text whether the prediction was right, and the answer
 * @param bars how many hands were raised for each choice; empty when none were counted
 * @param hands how many of them were right, in one sentence; empty when none were counted
 */
public record Verdict(Look look, String text, List<Bar> bars, String hands) {

    /** No verdict: nothing was asked, or the answer is not due yet. */
    static final Verdict NONE = new Verdict(Look.NONE, "", List.of(), "");

    public enum Look {
        NONE,
        RIGHT,
        NOT_QUITE,
        /** The answer stands beside the prediction, which is not judged. */
        UNJUDGED
    }

    /**
     * A choice with the hands that were raised for it.
     *
     * @param share of all hands, 0 to 1
     */
    public record Bar(String choice, int hands, double share, boolean isRight) {}

    public Verdict {
        bars = List.copyOf(bars);
    }
}
