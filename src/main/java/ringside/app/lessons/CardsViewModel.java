package ringside.app.lessons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;

/**
 * The cards of the scenario that plays: which one is shown, and what was said to the questions
 * (WINDOW 12.3). JavaFX thread only.
 */
public final class CardsViewModel {

    private final ReadOnlyObjectWrapper<@Nullable Card> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CLOSED);
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(Verdict.NONE);
    private final ReadOnlyIntegerWrapper seen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper backDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nextDisabledReason = new ReadOnlyStringWrapper("");
    private final StringProperty prediction = new SimpleStringProperty("");
    private final Map<Integer, Reply> replies = new HashMap<>();
    private final Map<Integer, Verdict> verdicts = new HashMap<>();
    private List<Card> cards = List.of();
    private @Nullable Card present;
    private Phase now = Phase.CLOSED;

    /** What the card is for at the moment. */
    public enum Phase {
        /** No scenario plays, and no card is shown. */
        CLOSED,
        /** The scenario waits for the user at this card. */
        AT_CARD,
        /** The ring does what the card announced. */
        AT_WORK,
        /** The scenario waits for the user before a line that is no card. */
        BETWEEN,
        /** An earlier card is shown again. */
        LOOKING_BACK,
        /** The scenario is over. */
        OVER
    }

    /** Prepares the cards of a scenario that begins. */
    void begin(LessonTitle lesson, Scenario scenario) {
        replies.clear();
        beginAgain(scenario, 1);
        heading.set(lesson.place());
        title.set(lesson.title());
    }

    /** Prepares the cards of the same scenario once more; what was said before a card stays. */
    void beginAgain(Scenario scenario, int from) {
        cards = Card.of(scenario);
        count.set(cards.size());
        seen.set(from - 1);
        replies.keySet().removeIf(number -> number >= from);
        verdicts.clear();
        prediction.set("");
        now = Phase.AT_WORK;
        present = from > 1 ? cards.get(from - 1) : null;
        show(present);
    }

    /** Shows the card of a line at which the scenario waits; lines without a text show none. */
    void waitsAt(int line) {
        now = Phase.BETWEEN;
        for (Card card : cards) {
            if (card.line() == line) {
                present = card;
                now = Phase.AT_CARD;
                seen.set(card.number());
                prediction.set("");
            }
        }
        show(present);
    }

    /** Takes the prediction, while the scenario goes on. */
    void resume() {
        Card at = present;
        if (at != null && at.isQuestion() && now == Phase.AT_CARD) {
            replies.put(at.number(), replyTo(at).predicting(prediction.get()));
        }
        now = Phase.AT_WORK;
        show(shown.get());
    }

    /**
     * Judges what was said to the question of a line. The card shows it with the next one.
     *
     * @return the verdict in words
     */
    String answered(int line, ScenarioLine.Ask ask) {
        for (Card card : cards) {
            if (card.line() == line) {
                Verdict judged = replyTo(card).judge(ask);
                verdicts.put(card.number(), judged);
                return judged.text();
            }
        }
        return "";
    }

    /** Shows a last card. */
    void end(String text) {
        present = Card.end(cards.size() + 1, text);
        now = Phase.OVER;
        show(present);
    }

    void close() {
        present = null;
        now = Phase.CLOSED;
        show(null);
    }

    /** Shows an earlier card again, or the present one; numbers that were not seen do nothing. */
    public void lookAt(int number) {
        Card at = present;
        if (at == null || number < 1 || number > at.number()) {
            return;
        }
        show(number == at.number() ? at : cards.get(number - 1));
    }

    /** Shows the card before the shown one; the ring stays as it is. */
    public void back() {
        Card at = shown.get();
        if (at != null) {
            lookAt(at.number() - 1);
        }
    }

    /** Shows the card after an earlier one. */
    void forward() {
        Card at = shown.get();
        if (at != null) {
            lookAt(at.number() + 1);
        }
    }

    /** Predicts with a choice, counted from 1; does nothing where there is no such choice. */
    public void choose(int number) {
        Card at = shown.get();
        if (at != null && canChoose() && number <= at.choices().size()) {
            prediction.set(at.choices().get(number - 1));
        }
    }

    /** Returns whether the shown card waits for one of its choices. */
    public boolean canChoose() {
        Card at = shown.get();
        return at != null && phase.get() == Phase.AT_CARD && !at.choices().isEmpty();
    }

    /**
     * Notes how many hands were raised for a choice of the present question.
     *
     * @param choice counted from 0
     * @param typed digits; an empty text is 0
     */
    public void countHands(int choice, String typed) {
        Card at = present;
        if (at != null && now == Phase.AT_CARD) {
            int hands = typed.isEmpty() ? 0 : Integer.parseInt(typed);
            replies.put(at.number(), replyTo(at).counting(choice, hands));
        }
    }

    /** Returns the hands that were counted for each choice of a card. */
    List<Integer> handsOf(Card card) {
        return replyTo(card).hands();
    }

    /** Returns what was predicted at a card; empty for nothing. */
    String predictionAt(Card card) {
        return card.equals(present) && now == Phase.AT_CARD
                ? prediction.get()
                : replyTo(card).prediction();
    }

    private Reply replyTo(Card card) {
        return replies.getOrDefault(card.number(), Reply.none(card));
    }

    private void show(@Nullable Card card) {
        Card at = present;
        boolean isEarlier = card != null && at != null && card.number() < at.number();
        verdict.set(
                card == null
                        ? Verdict.NONE
                        : verdicts.getOrDefault(
                                isEarlier ? card.number() : card.number() - 1, Verdict.NONE));
        progress.set(progressAt(card));
        phase.set(isEarlier ? Phase.LOOKING_BACK : now);
        notice.set(Texts.text("card.notice." + phase.get()));
        nextDisabledReason.set(
                switch (phase.get()) {
                    case AT_WORK -> Texts.text("card.notice.AT_WORK");
                    case CLOSED, AT_CARD, BETWEEN, LOOKING_BACK, OVER -> "";
                });
        backDisabledReason.set(
                card != null && card.number() > 1 ? "" : Texts.text("card.back.disabled"));
        shown.set(card);
    }

    private String progressAt(@Nullable Card card) {
        if (card == null) {
            return "";
        }
        return card.kind() == Card.Kind.END
                ? Texts.text("card.progress.end")
                : Texts.text("card.progress", card.number(), cards.size());
    }

    /** The shown card; null before the first one and while no scenario plays. */
    public ReadOnlyObjectProperty<@Nullable Card> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The verdict on the question before the present card, or on the earlier one that is shown. */
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The number of the last card that was reached. */
    public ReadOnlyIntegerProperty seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** The number of cards of the scenario. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The place among the lessons, such as 'Lesson 3 of 8'. */
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The place among the cards, such as 'Step 4 of 9'; empty while none is shown. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is going on beside the card's own text, one plain sentence; may be empty. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The reason why there is no earlier card, one plain sentence; empty when there is. */
    public ReadOnlyStringProperty backDisabledReasonProperty() {
        return backDisabledReason.getReadOnlyProperty();
    }

    /** The reason why the card cannot go on now, one plain sentence; empty when it can. */
    public ReadOnlyStringProperty nextDisabledReasonProperty() {
        return nextDisabledReason.getReadOnlyProperty();
    }

    /** The prediction at the present question, chosen or typed. */
    public StringProperty predictionProperty() {
        return prediction;
    }
}
