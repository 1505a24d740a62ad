package ringside.app.lessons;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A line of a scenario's text as it is shown.
 *
 * @param what came of it; empty while nothing did
 */
public record LessonLine(String text, Mark mark, String what) {

    /** What stands between question and answer. */
    private static final String ANSWER = "::";

    /** Checks that nothing is missing. */
    public LessonLine {
        requireNonNull(text, "text");
        requireNonNull(mark, "mark");
        requireNonNull(what, "what");
    }

    /** How far it is. */
    public enum Mark {
        NONE,
        NEXT,
        AT_WORK,
        DONE,
        FAILED,
        /** It comes after a question that nobody has answered. */
        VEILED
    }

    static List<LessonLine> of(String text) {
        return text.lines().map(line -> new LessonLine(line, Mark.NONE, "")).toList();
    }

    /** The line after the end of the playing: what was next or at work is so no more. */
    LessonLine atRest() {
        return switch (mark) {
            case NEXT, AT_WORK, VEILED -> new LessonLine(text, Mark.NONE, what);
            case NONE, DONE, FAILED -> this;
        };
    }

    /** The text without what would give an answer away. */
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
