package ringside.app.lessons;

import static java.util.Objects.requireNonNull;

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

    /** Whether a prediction is wanted. */
    public boolean isQuestion() {
        return !answer.isEmpty();
    }
}
