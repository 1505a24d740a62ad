package ringside.app.lessons;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import ringside.scenario.ScenarioLine;

/**
 * Where a scenario has stopped with something to read.
 *
 * @param text what is said or asked
 * @param answer what to compare a prediction with; empty where nothing is asked
 */
public record Stop(String text, String answer) {

    /** Checks that nothing is missing. */
    public Stop {
        requireNonNull(text, "text");
        requireNonNull(answer, "answer");
    }

    /** The stop that a line makes, if it makes one. */
    static Optional<Stop> at(ScenarioLine line) {
        return switch (line) {
            case ScenarioLine.Say say -> Optional.of(new Stop(say.text(), ""));
            case ScenarioLine.Ask ask -> Optional.of(new Stop(ask.question(), ask.answer()));
            case ScenarioLine.Peers _,
                    ScenarioLine.Join _,
                    ScenarioLine.Do _,
                    ScenarioLine.Wait _,
                    ScenarioLine.Expect _ ->
                    Optional.empty();
        };
    }

    /** Whether a prediction is wanted. */
    public boolean isQuestion() {
        return !answer.isEmpty();
    }
}
