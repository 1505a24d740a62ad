package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers for people. */
class AmountsTest {

    private static final long SECOND = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "3599, 59 min",
        "3600, 1 h",
        "86399, 23 h",
        "86400, 1 d",
        "-5, 0 s"
    })
    void aRoughAgeIsInItsLargestUnit(long seconds, String words) {
        assertThat(Amounts.roughAge(seconds * SECOND)).isEqualTo(words);
    }
}
