package ringside.scenario;

import java.util.List;

/**
 * A scenario that was read.
 *
 * @param name the file's, for messages
 * @param steps in their order
 */
public record Scenario(String name, List<Step> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * One line that does something.
     *
     * @param number of the line in the file, from 1
     * @param text as it is written there, without a comment
     * @param line what it means
     */
    public record Step(int number, String text, ScenarioLine line) {}
}
