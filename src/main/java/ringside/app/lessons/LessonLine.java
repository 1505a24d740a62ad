package ringside.app.lessons;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A line of a scenario's text as it is shown.
 *
 * @param what came of it; empty while nothing did
 */
public record LessonLine(String text, Mark mark, String what) {

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
        FAILED
    }

    static List<LessonLine> of(String text) {
        return text.lines().map(line -> new LessonLine(line, Mark.NONE, "")).toList();
    }

    LessonLine marked(Mark now, String outcome) {
        return new LessonLine(text, now, outcome);
    }
}
