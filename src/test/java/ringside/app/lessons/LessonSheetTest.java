package ringside.app.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.app.lessons.LessonLine.Mark;

class LessonSheetTest {

    private static final String TEXT =
            """
            # A lesson
            ask Who owns it? :: 236
            wait held 2012 at 236
            ask And now? :: 225
            wait held 2012 at 225\
            """;

    private final LessonSheet sheet = new LessonSheet();

    @Test
    void linesAfterAQuestionAreHiddenUntilItIsAnswered() {
        sheet.begin(TEXT);
        assertThat(sheet.lines())
                .extracting(LessonLine::shownText)
                .containsExactly("# A lesson", "ask Who owns it?", "", "", "");
        sheet.mark(2, Mark.DONE, "Answer: 236");
        assertThat(sheet.lines())
                .extracting(LessonLine::shownText)
                .containsExactly(
                        "# A lesson",
                        "ask Who owns it?",
                        "wait held 2012 at 236",
                        "ask And now?",
                        "");
    }

    @Test
    void theWholeTextIsShownWhileNothingPlays() {
        sheet.begin(TEXT);
        sheet.rest();
        assertThat(sheet.lines().getLast().shownText()).isEqualTo("wait held 2012 at 225");
    }
}
