package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;

@BesideOthers
class JoinCodeTest {

    @Test
    void aCodeHasEightLettersThatNobodyTakesForDigits() {
        assertThat(Stream.generate(JoinCode::random).limit(100))
                .extracting(JoinCode::letters)
                .allMatch(letters -> letters.matches("[A-HJ-NP-Z]{8}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDWXYZ", "abcd-wxyz", " abcd wxyz "})
    void aCodeIsReadAsItIsTyped(String typed) {
        assertThat(JoinCode.parse(typed)).isEqualTo(new JoinCode("ABCDWXYZ"));
        assertThat(JoinCode.parse(typed).spoken()).isEqualTo("ABCD-WXYZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCD", "ABCDWXYZA", "ABCDWXY1", "ABCDWXYO"})
    void anythingElseIsNoCode(String typed) {
        assertThatThrownBy(() -> JoinCode.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a code has 8 letters, without I and O");
    }

    @Test
    void aCodeIsNotSaidByAccident() {
        assertThat("" + new JoinCode("ABCDWXYZ")).doesNotContain("ABCD");
    }
}
