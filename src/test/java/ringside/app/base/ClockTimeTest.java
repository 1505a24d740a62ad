package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of a run, written and read. */
class ClockTimeTest {

    @ParameterizedTest
    @CsvSource({
        "80, 80000000",
        "80.5, 80500000",
        "1:20, 80000000",
        "02:10.9, 130900000",
        "1:02:10.9, 3730900000",
        "90:00, 5400000000",
        "' 0:00.25 ', 250000"
    })
    void aTimeIsReadAsOneTypesIt(String typed, long micros) {
        assertThat(ClockTime.parse(typed)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1:", ":20", "1:2:3:4", "1;5", "1e3", "9999999"})
    void anythingElseIsNoTime(String typed) {
        assertThat(ClockTime.parse(typed)).isEmpty();
    }

    @Test
    void whatIsWrittenCanBeRead() {
        for (long micros : new long[] {0, 100_000, 59_900_000, 60_000_000, 7_265_300_000L}) {
            assertThat(ClockTime.parse(ClockTime.tenths(micros))).hasValue(micros);
        }
    }
}
