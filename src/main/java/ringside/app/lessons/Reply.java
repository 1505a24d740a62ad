package ringside.app.lessons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ringside.app.base.Texts;
import ringside.scenario.PredictionJudge;
import ringside.scenario.PredictionJudge.Judgement;
import ringside.scenario.ScenarioLine;

/**
 * What was said to a question.
 *
 * @param prediction chosen or typed; empty for none
 * @param hands how many of a class chose each of the choices; empty where there are none
 */
record Reply(String prediction, List<Integer> hands) {

    private static final Pattern FULL_STOP = Pattern.compile("\\.$");

    Reply {
        hands = List.copyOf(hands);
    }

    /** Returns a reply that says nothing to a card. */
    static Reply none(Card card) {
        return new Reply("", Collections.nCopies(card.choices().size(), 0));
    }

    Reply predicting(String said) {
        return new Reply(said.strip(), hands);
    }

    Reply counting(int choice, int count) {
        List<Integer> changed = new ArrayList<>(hands);
        changed.set(choice, count);
        return new Reply(prediction, changed);
    }

    /** Judges the reply, once the answer is due. */
    Verdict judge(ScenarioLine.Ask ask) {
        Judgement judgement = PredictionJudge.judge(prediction, ask);
        Verdict.Look look = look(judgement);
        String words = words(ask, judgement);
        int all = hands.stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return new Verdict(look, words, List.of(), "");
        }
        List<Verdict.Bar> bars =
                IntStream.range(0, hands.size()).mapToObj(i -> bar(ask, i, all)).toList();
        int right = bars.stream().filter(Verdict.Bar::isRight).mapToInt(Verdict.Bar::hands).sum();
        return new Verdict(look, words, bars, Texts.text("hands.right", right, all));
    }

    private Verdict.Bar bar(ScenarioLine.Ask ask, int index, double all) {
        String choice = ask.choices().get(index);
        int count = hands.get(index);
        return new Verdict.Bar(choice, count, count / all, ask.isRight(choice));
    }

    private static Verdict.Look look(Judgement judgement) {
        return switch (judgement) {
            case RIGHT -> Verdict.Look.RIGHT;
            case NOT_QUITE -> Verdict.Look.NOT_QUITE;
            case UNJUDGED -> Verdict.Look.UNJUDGED;
        };
    }

    private String words(ScenarioLine.Ask ask, Judgement judgement) {
        String answer = FULL_STOP.matcher(ask.answer()).replaceFirst("");
        return switch (judgement) {
            case RIGHT -> Texts.text("verdict.right", answer);
            case NOT_QUITE -> Texts.text("verdict.notQuite", answer, prediction);
            case UNJUDGED ->
                    prediction.isEmpty()
                            ? Texts.text("verdict.answer", ask.answer())
                            : Texts.text("verdict.predicted", prediction, ask.answer());
        };
    }
}
