package ringside.scenario;

import java.util.List;

/**
 * A parsed scenario.
 *
 * @param name the name of the file, for messages
 * @param steps the steps in order
 */
public record Scenario(String name, List<Step> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * One line that is not just a comment.
     *
     * @param number of the line in the file, from 1
     * @param text the line as written, without a comment
     * @param line the meaning of the line
     */
    public record Step(int number, String text, ScenarioLine line) {}
}
