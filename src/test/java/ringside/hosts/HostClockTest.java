package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.BesideOthers;

@BesideOthers
class HostClockTest {

    private final HostClock clock = new HostClock();

    @Test
    void aClockThatIsAheadIsCorrected() {
        // 1000 there and back at equal speed, on a clock that is 5,000,000 ahead.
        clock.add(10_000, 5_010_500, 5_010_700, 11_200);

        assertThat(clock.toOurs(5_010_500)).isEqualTo(10_500);
        assertThat(clock.uncertaintyMicros()).isEqualTo(500);
    }

    @Test
    void aClockThatIsBehindIsCorrected() {
        clock.add(10_000, 2_500, 2_500, 11_000);

        assertThat(clock.toOurs(2_500)).isEqualTo(10_500);
    }

    /** A way there that took 9 ms longer than the way back says nothing good of the clock. */
    @Test
    void theShortestWayThereAndBackCounts() {
        clock.add(0, 1_000_400, 1_000_400, 800);
        clock.add(100_000, 1_109_500, 1_109_500, 110_000);

        assertThat(clock.toOurs(1_000_000)).isZero();
        assertThat(clock.uncertaintyMicros()).isEqualTo(400);
    }

    /** The best answer of long ago says nothing of a clock that has drifted since. */
    @Test
    void oldAnswersAreForgotten() {
        clock.add(0, 1_000_000, 1_000_000, 0);
        for (int i = 0; i < HostClock.KEPT; i++) {
            long asked = i * 1_000_000L;
            clock.add(asked, asked + 2_000_500, asked + 2_000_500, asked + 1_000);
        }

        assertThat(clock.toOurs(3_000_000)).isEqualTo(1_000_000);
    }
}
