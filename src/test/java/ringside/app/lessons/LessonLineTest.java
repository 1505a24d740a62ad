package ringside.app.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.app.lessons.LessonLine.Mark;

class LessonLineTest {

    @Test
    void aQuestionIsShownWithoutItsAnswer() {
        LessonLine line = new LessonLine("ask Who notices it? :: 77 and 104", Mark.NONE, "");
        assertThat(line.shownText()).isEqualTo("ask Who notices it?");
    }

    @Test
    void otherLinesAreShownAsTheyAre() {
        LessonLine line = new LessonLine("say Two colons :: are words here", Mark.NONE, "");
        assertThat(line.shownText()).isEqualTo("say Two colons :: are words here");
    }

    @Test
    void theNextLineIsNoLongerMarkedAtTheEnd() {
        assertThat(new LessonLine("kill 5", Mark.NEXT, "").atRest().mark()).isEqualTo(Mark.NONE);
        assertThat(new LessonLine("kill 5", Mark.DONE, "").atRest().mark()).isEqualTo(Mark.DONE);
    }
}
