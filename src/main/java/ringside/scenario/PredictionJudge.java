package ringside.scenario;

import java.util.regex.Pattern;

/** Judges what a reader predicted (SPEC 11.6). Stateless; any thread may call. */
public final class PredictionJudge {

    /** More words than these can be said in too many ways to be compared. */
    private static final int MOST_WORDS = 3;

    private static final Pattern CLAUSE = Pattern.compile("[,;:.!?](\\s|$)");

    public enum Judgement {
        RIGHT,
        NOT_QUITE,
        /** The reader compares by eye. */
        UNJUDGED
    }

    private PredictionJudge() {}

    /**
     * Judges a prediction.
     *
     * @param prediction a choice, or a typed text; a blank one is not judged
     */
    public static Judgement judge(String prediction, ScenarioLine.Ask ask) {
        String said = prediction.strip();
        if (said.isEmpty()) {
            return Judgement.UNJUDGED;
        }
        if (ask.isRight(said)) {
            return Judgement.RIGHT;
        }
        if (ask.choices().stream().anyMatch(choice -> choice.equalsIgnoreCase(said))) {
            return Judgement.NOT_QUITE;
        }
        Prediction answer = Prediction.of(ask.value());
        if (!answer.quantities().isEmpty()) {
            return answer.words().size() <= 1 ? judgeNumbers(said, answer) : Judgement.UNJUDGED;
        }
        return answer.words().size() <= MOST_WORDS ? judgeWords(said, answer) : Judgement.UNJUDGED;
    }

    /** Takes what follows a last equals sign, as in '8 * 2 = 16'. */
    private static Judgement judgeNumbers(String said, Prediction answer) {
        Prediction prediction = Prediction.of(said.substring(said.lastIndexOf('=') + 1));
        long found = answer.countIn(prediction);
        boolean isComplete = found == answer.quantities().size();
        if (prediction.isNegated()
                || (isComplete && prediction.quantities().size() > answer.quantities().size())) {
            return Judgement.UNJUDGED;
        }
        return isComplete ? Judgement.RIGHT : Judgement.NOT_QUITE;
    }

    /** Takes the whole text or its first clause, as in 'No, 14 has it'. */
    private static Judgement judgeWords(String said, Prediction answer) {
        Prediction whole = Prediction.of(said);
        Prediction clause = Prediction.of(CLAUSE.split(said, 2)[0]);
        if (whole.words().equals(answer.words()) || clause.words().equals(answer.words())) {
            return Judgement.RIGHT;
        }
        return whole.isNegated() ? Judgement.UNJUDGED : Judgement.NOT_QUITE;
    }
}
