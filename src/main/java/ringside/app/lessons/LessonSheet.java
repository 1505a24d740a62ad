package ringside.app.lessons;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.app.lessons.LessonLine.Mark;

/**
 * The text of a scenario with the progress of each line. While it plays, the lines after a question
 * are hidden until the user has answered, as they would give the answer away. JavaFX thread only.
 */
final class LessonSheet {

    private final ObservableList<LessonLine> lines = FXCollections.observableArrayList();

    ObservableList<LessonLine> lines() {
        return lines;
    }

    void show(String text) {
        lines.setAll(LessonLine.of(text));
    }

    /** Shows a text up to its first question. */
    void begin(String text) {
        show(text);
        for (int i = firstQuestionFrom(0) + 1; i < lines.size(); i++) {
            lines.set(i, lines.get(i).marked(Mark.VEILED, ""));
        }
    }

    /** Sets the progress of a line, whose number counts from 1; 0 is none of the text's lines. */
    void mark(int number, Mark mark, String what) {
        int index = number - 1;
        if (index < 0 || index >= lines.size()) {
            return;
        }
        lines.set(index, lines.get(index).marked(mark, what));
        if (mark == Mark.DONE && lines.get(index).isQuestion()) {
            reveal(index + 1, firstQuestionFrom(index + 1));
        }
    }

    private void reveal(int from, int to) {
        for (int i = from; i <= Math.min(to, lines.size() - 1); i++) {
            lines.set(i, lines.get(i).marked(Mark.NONE, ""));
        }
    }

    private int firstQuestionFrom(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).isQuestion()) {
                return i;
            }
        }
        return lines.size();
    }

    /** Shows the whole text again after the end of the scenario. */
    void rest() {
        lines.replaceAll(LessonLine::atRest);
    }
}
