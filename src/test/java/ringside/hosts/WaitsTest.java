package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.BesideOthers;

@BesideOthers
class WaitsTest {

    private static final long SECOND = 1_000_000_000L;

    private final Waits<String> waits = new Waits<>();

    @Test
    void whoFailsWaitsTwiceAsLongEachTime() {
        waits.failed("ada", 0);
        assertThat(waits.mustWait("ada", SECOND - 1)).isTrue();
        assertThat(waits.mustWait("ada", SECOND)).isFalse();

        waits.failed("ada", SECOND);
        assertThat(waits.mustWait("ada", 3 * SECOND - 1)).isTrue();
        assertThat(waits.mustWait("ada", 3 * SECOND)).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanAMinute() {
        for (int i = 0; i < 100; i++) {
            waits.failed("ada", 0);
        }
        assertThat(waits.mustWait("ada", 60 * SECOND - 1)).isTrue();
        assertThat(waits.mustWait("ada", 60 * SECOND)).isFalse();
    }

    @Test
    void othersDoNotWait() {
        waits.failed("ada", 0);
        assertThat(waits.mustWait("bob", 0)).isFalse();
    }

    @Test
    void whoKnowsTheCodeBeginsAnew() {
        waits.failed("ada", 0);
        waits.failed("ada", 0);
        waits.succeeded("ada");
        waits.failed("ada", 0);
        assertThat(waits.mustWait("ada", SECOND)).isFalse();
    }

    /** A flood of addresses fills no memory. */
    @Test
    void theOneThatFailedFirstIsForgottenForTheNext() {
        for (int i = 0; i <= Waits.MOST; i++) {
            waits.failed("guest " + i, 0);
        }
        assertThat(waits.mustWait("guest 0", 0)).isFalse();
        assertThat(waits.mustWait("guest 1", 0)).isTrue();
    }
}
