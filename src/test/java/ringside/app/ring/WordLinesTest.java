package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordLinesTest {

    @Test
    void wordsBreakIntoLinesAsNarrowAsTheyCanBe() {
        assertThat(WordLines.of("missed 2 of 3"))
                .containsExactly("missed 2 of 3", "missed\n2 of 3", "missed\n2 of\n3");
        assertThat(WordLines.of("paused")).containsExactly("paused");
    }

    @Test
    void aNumberStaysWithItsUnitAndADotWithTheWordsBeforeIt() {
        assertThat(WordLines.of("quit 6 s ago"))
                .containsExactly("quit 6 s ago", "quit\n6 s ago", "quit\n6 s\nago");
        assertThat(WordLines.of("paused \u00b7 dead to 14").get(1))
                .isEqualTo("paused \u00b7\ndead to 14");
    }
}
