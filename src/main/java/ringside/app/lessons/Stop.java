package ringside.app.lessons;

import java.util.Optional;
import ringside.scenario.ScenarioLine;

/**
 * A place where a scenario has stopped with a text to read.
 *
 * @param text the statement or question
 * @param answer to compare a prediction with; empty unless it is a question
 */
public record Stop(String text, String answer) {

    /** Returns the stop at a line; empty for lines at which no text is shown. */
    static Optional<Stop> of(ScenarioLine line) {
        return switch (line) {
            case ScenarioLine.Say say -> Optional.of(new Stop(say.text(), ""));
            case ScenarioLine.Ask ask -> Optional.of(new Stop(ask.question(), ask.answer()));
            case ScenarioLine.Task _ -> Optional.empty();
        };
    }

    /** Returns whether the user should make a prediction. */
    public boolean isQuestion() {
        return !answer.isEmpty();
    }
}
