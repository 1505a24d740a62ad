package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameThrottleTest {

    private final FrameThrottle<String> throttle = new FrameThrottle<>("empty", 3);

    private List<String> passed(String... frames) {
        List<String> passed = new ArrayList<>();
        for (String value : frames) {
            if (throttle.tick(value)) {
                passed.add(value);
            }
        }
        return passed;
    }

    @Test
    void passesTheFirstValueAtOnce() {
        assertThat(passed("empty", "a")).containsExactly("a");
    }

    @Test
    void passesLaterValuesAtEveryThirdFrame() {
        assertThat(passed("a", "b", "c", "d", "e", "f")).containsExactly("a", "c", "f");
    }

    @Test
    void doesNotPassTheSameValueTwice() {
        assertThat(passed("a", "a", "a", "a", "a", "a")).containsExactly("a");
    }
}
