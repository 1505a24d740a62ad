package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Rings under drawn faults. {@code -Dseeds=10000} tries so many seeds; {@code -Dseeds=17..17} replays
 * one of them.
 */
class StormTest {

    private static final String DEFAULT_SEEDS = "200";

    /** With fewer seeds than this a class of fault may be missing by chance. */
    private static final int ENOUGH_FOR_EVERY_FAULT = 100;

    private static List<Long> seeds() {
        String[] ends = System.getProperty("seeds", DEFAULT_SEEDS).split("\\.\\.");
        long first = ends.length == 1 ? 1 : Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** SPEC 7 and 8: whatever happened, the ring becomes right again and no file is lost. */
    @Test
    void whateverHappensTheRingBecomesRightAndNoFileIsLost() {
        EnumMap<FaultClass, Integer> drawn = new EnumMap<>(FaultClass.class);
        List<Long> seeds = seeds();
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
            assertThat(drawn.keySet()).as("every class of fault was drawn").contains(FaultClass.values());
        }
        assertThat(lost).as("files that died with all their holders").isZero();
        System.out.println(seeds.size() + " storms: " + drawn);
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        Storm one = new Storm(7);
        Storm other = new Storm(7);
        one.run();
        other.run();
        assertThat(one.simulation().trace())
                .isNotEmpty()
                .isEqualTo(other.simulation().trace());
    }
}
