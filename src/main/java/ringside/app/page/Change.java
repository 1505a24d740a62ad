package ringside.app.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two moments of the page.
 *
 * @param at when it happened, in microseconds since the run began
 * @param set new values by name; null for one that is not drawn any more
 * @param said what happened, in words; null for nothing that the list of events shows
 */
record Change(long at, Map<String, @Nullable Drawn> set, @Nullable List<Said> said) {

    /**
     * An event in words.
     *
     * @param time since the run began, as the window shows it
     * @param severity the class of its colour and mark
     * @param why the reason
     * @param rule the section of the specification
     * @param about the peers that are involved
     */
    record Said(
            String time,
            BigDecimal peer,
            String severity,
            String text,
            String why,
            String rule,
            List<BigDecimal> about) {}
}
