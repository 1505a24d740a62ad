package ringside.app.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.app.lessons.CardsViewModel.Phase;
import ringside.app.lessons.Verdict.Look;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioSyntaxException;

/** The cards of a lesson (WINDOW 12.3). */
class CardsViewModelTest {

    private static final String TEXT =
            """
            say Look.
            ask How many? :: 16, because of two each :: 8 | 16
            kill 5
            ask Which? :: 43
            say Done.
            """;

    private final CardsViewModel cards = new CardsViewModel();
    private Scenario scenario = new Scenario("none", List.of());

    @BeforeEach
    void begin() throws ScenarioSyntaxException {
        scenario = ScenarioParser.parse("a.txt", TEXT);
        cards.begin(new LessonTitle("Lesson 3 of 8", "A request"), scenario);
    }

    private String text() {
        Card card = cards.shownProperty().get();
        return card == null ? "" : card.text();
    }

    private void answer(int line) {
        for (Scenario.Step step : scenario.steps()) {
            if (step.number() == line && step.line() instanceof ScenarioLine.Ask ask) {
                cards.answered(line, ask);
            }
        }
    }

    @Test
    void theVerdictComesWithTheNextCard() {
        cards.waitsAt(2);
        cards.choose(1);
        cards.resume();
        answer(2);
        assertThat(cards.phaseProperty().get()).isEqualTo(Phase.AT_WORK);
        assertThat(text()).isEqualTo("How many?");
        assertThat(cards.verdictProperty().get()).isEqualTo(Verdict.NONE);
        cards.waitsAt(4);
        assertThat(cards.verdictProperty().get().look()).isEqualTo(Look.NOT_QUITE);
        assertThat(cards.verdictProperty().get().text())
                .isEqualTo("Not quite: 16, because of two each. You said '8'.");
        cards.predictionProperty().set("peer 43");
        cards.resume();
        answer(4);
        cards.waitsAt(5);
        assertThat(cards.verdictProperty().get().text()).isEqualTo("Right: 43.");
    }

    @Test
    void handsAreCountedAndShownWithTheRightOnes() {
        cards.waitsAt(2);
        cards.countHands(0, "3");
        cards.countHands(1, "");
        cards.countHands(1, "9");
        cards.resume();
        answer(2);
        cards.countHands(0, "99");
        cards.waitsAt(4);
        Verdict verdict = cards.verdictProperty().get();
        assertThat(verdict.look()).isEqualTo(Look.UNJUDGED);
        assertThat(verdict.text()).isEqualTo("Answer: 16, because of two each");
        assertThat(verdict.hands()).isEqualTo("9 of 12 were right.");
        assertThat(verdict.bars())
                .containsExactly(
                        new Verdict.Bar("8", 3, 0.25, false), new Verdict.Bar("16", 9, 0.75, true));
    }

    @Test
    void backShowsAnEarlierCardAndSaysThatTheRingHasMovedOn() {
        cards.waitsAt(1);
        assertThat(cards.backDisabledReasonProperty().get()).isNotEmpty();
        cards.resume();
        cards.waitsAt(2);
        cards.back();
        assertThat(text()).isEqualTo("Look.");
        assertThat(cards.phaseProperty().get()).isEqualTo(Phase.LOOKING_BACK);
        assertThat(cards.noticeProperty().get()).contains("moved on");
        assertThat(cards.progressProperty().get()).isEqualTo("Step 1 of 4");
        cards.forward();
        assertThat(text()).isEqualTo("How many?");
        assertThat(cards.phaseProperty().get()).isEqualTo(Phase.AT_CARD);
        cards.lookAt(3);
        assertThat(text()).as("a card that was not reached").isEqualTo("How many?");
    }

    @Test
    void aQuestionThatIsLookedBackAtKeepsWhatWasSaid() {
        cards.waitsAt(2);
        cards.choose(2);
        cards.resume();
        answer(2);
        cards.waitsAt(4);
        cards.back();
        cards.choose(1);
        Card card = cards.shownProperty().get();
        assertThat(card).isNotNull();
        assertThat(cards.canChoose()).isFalse();
        assertThat(cards.predictionProperty().get()).isEmpty();
        assertThat(cards.verdictProperty().get().text())
                .isEqualTo("Right: 16, because of two each.");
    }

    @Test
    void onceMoreStartsAtACardAndKeepsWhatWasSaidBefore() {
        cards.waitsAt(2);
        cards.choose(1);
        cards.resume();
        answer(2);
        cards.waitsAt(4);
        cards.predictionProperty().set("14");
        cards.beginAgain(scenario, 3);
        assertThat(text()).isEqualTo("Which?");
        assertThat(cards.phaseProperty().get()).isEqualTo(Phase.AT_WORK);
        answer(2);
        cards.waitsAt(4);
        assertThat(cards.predictionProperty().get()).isEmpty();
        assertThat(cards.verdictProperty().get().look()).isEqualTo(Look.NOT_QUITE);
    }

    @Test
    void noCardHoldsAnAnswer() {
        assertThat(Card.of(scenario).toString()).doesNotContain("43", "two each");
    }
}
