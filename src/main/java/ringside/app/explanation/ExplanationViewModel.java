package ringside.app.explanation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.model.Answer;
import ringside.model.Explanation;
import ringside.model.Reason;
import ringside.model.Rule;

/** The content of the card beside the ring. JavaFX thread only. */
public final class ExplanationViewModel {

    private final ReadOnlyObjectWrapper<@Nullable Card> card = new ReadOnlyObjectWrapper<>();

    private final BooleanProperty messageOffered = new SimpleBooleanProperty();
    private final BooleanProperty spiralOffered = new SimpleBooleanProperty();

    /**
     * The texts of the card.
     *
     * @param title what happened, or the question
     * @param text why
     * @param heading the rule's section and title
     * @param rule what the rule says
     */
    public record Card(String title, String text, String heading, String rule) {}

    /** Shows why an event happened. */
    public void explain(Explanation event, Reason reason) {
        card.set(card(event.text(), reason.why(), reason.rule()));
    }

    /** Shows that too much has happened since an event to tell why it happened. */
    public void showForgotten(Explanation event) {
        card.set(new Card(event.text(), Texts.text("explanation.forgotten"), "", ""));
    }

    /** Shows the answer to a question. */
    public void answer(Answer answer) {
        card.set(card(answer.question(), answer.answer(), answer.rule()));
    }

    private static Card card(String title, String text, Rule rule) {
        return new Card(
                title,
                text,
                Texts.text("explanation.rule", rule.section(), rule.title()),
                rule.text());
    }

    public void close() {
        card.set(null);
    }

    /** Whether the card leads to the messages that its event speaks of. */
    public BooleanProperty messageOfferedProperty() {
        return messageOffered;
    }

    /** Whether the card leads to the way of its event's request as a spiral. */
    public BooleanProperty spiralOfferedProperty() {
        return spiralOffered;
    }

    /** The card; null while it is closed. */
    public ReadOnlyObjectProperty<@Nullable Card> cardProperty() {
        return card.getReadOnlyProperty();
    }
}
