package ringside.app.lessons;

import java.util.ArrayList;
import java.util.List;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;

/**
 * A text of a scenario at which it stops. It has no answer, so that none can be seen before it is
 * due.
 *
 * @param number from 1, in the order of the scenario; the last one of all says that it is over
 * @param line its number in the file; 0 for the one at the end
 * @param text the statement or question
 * @param choices to predict from; empty for a statement and where the prediction is typed
 */
public record Card(int number, int line, String text, Kind kind, List<String> choices) {

    public enum Kind {
        STATEMENT,
        QUESTION,
        /** The scenario is over. */
        END
    }

    public Card {
        choices = List.copyOf(choices);
    }

    /** Returns the cards of a scenario in order. */
    static List<Card> of(Scenario scenario) {
        List<Card> cards = new ArrayList<>();
        for (Scenario.Step step : scenario.steps()) {
            int number = cards.size() + 1;
            switch (step.line()) {
                case ScenarioLine.Say(String text) ->
                        cards.add(new Card(number, step.number(), text, Kind.STATEMENT, List.of()));
                case ScenarioLine.Ask ask ->
                        cards.add(
                                new Card(
                                        number,
                                        step.number(),
                                        ask.question(),
                                        Kind.QUESTION,
                                        ask.choices()));
                case ScenarioLine.Task _ -> {}
            }
        }
        return List.copyOf(cards);
    }

    /** Returns the card after the last one. */
    static Card end(int number, String text) {
        return new Card(number, 0, text, Kind.END, List.of());
    }

    /** Returns whether the user should make a prediction. */
    public boolean isQuestion() {
        return kind == Kind.QUESTION;
    }
}
