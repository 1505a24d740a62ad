package ringside.app.lessons;

import java.util.List;

/** A line of a scenario's text, with its progress and its outcome, empty until there is one. */
public record LessonLine(String text, Mark mark, String what) {

    /** The separator between question and answer. */
    private static final String ANSWER = "::";

    /** The progress of a line. */
    public enum Mark {
        NONE,
        NEXT,
        AT_WORK,
        DONE,
        FAILED,
        /** Hidden, as it follows a question that the user has not answered yet. */
        VEILED
    }

    static List<LessonLine> of(String text) {
        return text.lines().map(line -> new LessonLine(line, Mark.NONE, "")).toList();
    }

    /** Returns the line after the end of the scenario, no longer as next, running or hidden. */
    LessonLine atRest() {
        return switch (mark) {
            case NEXT, AT_WORK, VEILED -> new LessonLine(text, Mark.NONE, what);
            case NONE, DONE, FAILED -> this;
        };
    }

    /** Returns the text without anything that would give an answer away. */
    String shownText() {
        if (mark == Mark.VEILED) {
            return "";
        }
        int answer = isQuestion() ? text.indexOf(ANSWER) : -1;
        return answer < 0 ? text : text.substring(0, answer).stripTrailing();
    }

    boolean isQuestion() {
        return text.strip().startsWith("ask ");
    }

    LessonLine marked(Mark now, String outcome) {
        return new LessonLine(text, now, outcome);
    }
}
