package ringside.app.export;

import java.util.OptionalLong;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.app.page.Interval;

/** Two times of the run to type: from and to. */
final class IntervalFields extends HBox {

    private static final double GAP = 6;
    private static final int COLUMNS = 7;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Interval first;
    private final TextField from;
    private final TextField to;

    /** Begins with an interval; the ids of both fields begin with {@code id}. */
    IntervalFields(Interval first, String id) {
        this.first = first;
        from = field(id + "from", first.fromMicros());
        to = field(id + "to", first.toMicros());
        setSpacing(GAP);
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        named(Texts.text("export.from"), from),
                        from,
                        named(Texts.text("export.to"), to),
                        to);
    }

    private static Label named(String words, TextField field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        return label;
    }

    private static TextField field(String id, long micros) {
        TextField field = new TextField(ClockTime.tenths(micros));
        field.setId(id);
        field.setPrefColumnCount(COLUMNS);
        field.textProperty()
                .subscribe(text ->
                        field.pseudoClassStateChanged(WRONG, ClockTime.parse(text).isEmpty()));
        return field;
    }

    /** Whether the two are no interval. */
    BooleanBinding wrong() {
        return new BooleanBinding() {
            {
                bind(from.textProperty(), to.textProperty());
            }

            @Override
            protected boolean computeValue() {
                OptionalLong begin = time(from, first.fromMicros());
                OptionalLong end = time(to, first.toMicros());
                return begin.isEmpty() || end.isEmpty() || end.getAsLong() <= begin.getAsLong();
            }
        };
    }

    /** Returns the interval; only while it is not {@link #wrong()}. */
    Interval interval() {
        return new Interval(
                time(from, first.fromMicros()).orElseThrow(),
                time(to, first.toMicros()).orElseThrow());
    }

    /** A time that nobody has changed is exact, though its text is not. */
    private static OptionalLong time(TextField field, long first) {
        return field.getText().equals(ClockTime.tenths(first))
                ? OptionalLong.of(first)
                : ClockTime.parse(field.getText());
    }
}
