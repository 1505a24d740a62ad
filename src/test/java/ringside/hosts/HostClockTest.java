package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.BesideOthers;

@BesideOthers
class HostClockTest {

    private static final long LATER = Long.MAX_VALUE;

    private final HostClock clock = new HostClock();

    @Test
    void aClockThatIsAheadIsCorrected() {
        // 1000 there and back at equal speed, on a clock that is 5,000,000 ahead.
        clock.add(10_000, 5_010_500, 5_010_700, 11_200);

        assertThat(clock.toOurs(5_010_500, LATER)).isEqualTo(10_500);
        assertThat(clock.uncertaintyMicros()).isEqualTo(500);
    }

    @Test
    void aClockThatIsBehindIsCorrected() {
        clock.add(10_000, 2_500, 2_500, 11_000);

        assertThat(clock.toOurs(2_500, LATER)).isEqualTo(10_500);
    }

    /** A way there that took 9 ms longer than the way back says nothing good of the clock. */
    @Test
    void theShortestWayThereAndBackCounts() {
        clock.add(0, 1_000_400, 1_000_400, 800);
        clock.add(100_000, 1_109_500, 1_109_500, 110_000);

        assertThat(clock.toOurs(1_000_000, LATER)).isZero();
        assertThat(clock.uncertaintyMicros()).isEqualTo(500);
    }

    /** The best answer of long ago says nothing of a clock that has drifted since. */
    @Test
    void oldAnswersAreForgotten() {
        clock.add(0, 1_000_000, 1_000_000, 0);
        for (int i = 0; i < HostClock.KEPT; i++) {
            long asked = i * 1_000_000L;
            clock.add(asked, asked + 2_000_500, asked + 2_000_500, asked + 1_000);
        }

        assertThat(clock.toOurs(3_000_000, LATER)).isEqualTo(1_000_000);
    }

    /**
     * Somebody sets the clock an hour back: no answer of before is of use, however short it was.
     */
    @Test
    void anAnswerThatContradictsReplacesAllBefore() {
        clock.add(0, 1_000_100, 1_000_100, 200);
        long hour = 3_600_000_000L;
        clock.add(1_000_000, 2_000_500 - hour, 2_000_500 - hour, 1_001_000);

        assertThat(clock.toOurs(2_000_500 - hour, LATER)).isEqualTo(1_000_500);
        assertThat(clock.uncertaintyMicros()).isEqualTo(500);
    }

    @Test
    void nothingHasHappenedLaterThanItWasTold() {
        clock.add(0, 1_000_000, 1_000_000, 0);

        assertThat(clock.toOurs(1_000_700, 650)).isEqualTo(650);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "20, 10", "21, 20", "41, 50", "100, 50", "101, 100", "7000, 5000"})
    void theUncertaintyIsRoundedUp(long roundTrip, long uncertainty) {
        clock.add(0, 5_000, 5_000, roundTrip);

        assertThat(clock.uncertaintyMicros()).isEqualTo(uncertainty);
    }
}
