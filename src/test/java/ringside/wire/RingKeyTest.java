package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SPEC 10.6: a key is 64 hexadecimal digits, and is not shown to anybody. */
class RingKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "x123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void anythingElseIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> RingKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not ")
                .hasStackTraceContaining("RingKey")
                .extracting(Throwable::getCause)
                .satisfiesAnyOf(
                        cause -> assertThat(cause).isNull(),
                        cause -> assertThat(String.valueOf(cause)).doesNotContain("x123"));
    }

    @Test
    void bothCasesOfTheDigitsAreTheSameKey() {
        assertThat(
                        RingKey.parse(Keys.TEXT.toUpperCase(java.util.Locale.ROOT))
                                .outerDigest()
                                .digest())
                .isEqualTo(Keys.KEY.outerDigest().digest());
    }

    @Test
    void aKeyHasNoTextForm() {
        assertThat(Keys.KEY.toString()).doesNotContainIgnoringCase(Keys.TEXT.substring(0, 4));
    }
}
