package ringside.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightTest {

    @Test
    void theSearchMarksEveryMatchInEitherCase() {
        assertThat(Highlight.in("Lost: a lost segment", List.of("lost")))
                .containsExactly(
                        new Highlight("Lost", true),
                        new Highlight(": a ", false),
                        new Highlight("lost", true),
                        new Highlight(" segment", false));
    }

    @Test
    void aNumberIsFoundOnlyWhole() {
        assertThat(Highlight.in("139 pings 13.", List.of("13")))
                .containsExactly(
                        new Highlight("139 pings ", false),
                        new Highlight("13", true),
                        new Highlight(".", false));
    }

    @Test
    void withoutASearchTheTextIsOnePiece() {
        assertThat(Highlight.in("quiet", List.of())).containsExactly(new Highlight("quiet", false));
    }
}
