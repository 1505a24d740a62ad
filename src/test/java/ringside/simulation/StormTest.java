package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;

/** Rings under random faults. */
@BesideOthers
class StormTest {

    private static final int SEEDS = 200;

    private static final int SEEDS_WITH_SHORTCUTS = 60;

    /** With fewer seeds, a class of fault may be missing by chance. */
    private static final int ENOUGH_FOR_EVERY_FAULT = 100;

    /** SPEC 7 and 8: whatever happened, the ring becomes right again and no file is lost. */
    @Test
    void theRingBecomesRightAndLosesNoFileWhateverHappens() {
        EnumMap<FaultClass, Integer> drawn = new EnumMap<>(FaultClass.class);
        List<Long> seeds = Seeds.orElse(SEEDS);
        int lost = 0;
        for (long seed : seeds) {
            Storm storm = new Storm(seed);
            try {
                storm.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "mvn test -Dtest=StormTest -Dseeds=%d..%d replays this: %s"
                                .formatted(seed, seed, e.getMessage()),
                        e);
            }
            storm.drawn().forEach((fault, count) -> drawn.merge(fault, count, Integer::sum));
            lost += storm.lost();
        }
        if (seeds.size() >= ENOUGH_FOR_EVERY_FAULT) {
            assertThat(drawn.keySet())
                    .as("every class of fault was drawn")
                    .contains(FaultClass.values());
        }
        assertThat(lost).as("files that died with all their holders").isZero();
        System.out.println(seeds.size() + " storms: " + drawn);
    }

    /** SPEC 3.6: shortcuts are hints; the same holds with them. */
    @Test
    void theSameHoldsWithShortcuts() {
        for (long seed : Seeds.orElse(SEEDS_WITH_SHORTCUTS)) {
            Storm storm = Storm.withShortcuts(seed);
            storm.run();
            assertThat(storm.lost()).isZero();
        }
    }

    /**
     * 207022: a peer fetches its damaged copy once more than it needs. 516672: a leaver takes the
     * last copy along, because the peer that had taken it over was killed meanwhile.
     */
    @ParameterizedTest
    @ValueSource(longs = {207_022, 516_672})
    void aSeedThatOnceFailedPasses(long seed) {
        Storm storm = new Storm(seed);
        storm.run();
        assertThat(storm.lost()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        Storm one = new Storm(7);
        Storm other = new Storm(7);
        one.run();
        other.run();
        assertThat(one.simulation().trace()).isNotEmpty().isEqualTo(other.simulation().trace());
    }
}
