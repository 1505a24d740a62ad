package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPEC 7.5: the sweep of the ids between a peer and its first successor. */
class RingMergeTest {

    private static final int ROUNDS = 60;
    private static final long ROUND_MS = 1_000;

    /**
     * All gaps together are one circle, swept in 20 s: a peer asks one id of a gap of five in four
     * seconds, and twice as many in a gap of nine.
     */
    @ParameterizedTest
    @CsvSource({"10, 15", "14, 27"})
    void aPeerAsksOnlyItsShareOfTheSweep(int successor, int questions) {
        Bench bench =
                Bench.started(
                        5,
                        Bench.WITHOUT_LOSS,
                        new Origin.Neighbours(Bench.ids(successor, successor + 20)));
        List<QuestionPurpose.LostPeerTest> asked = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            bench.atMs(round * ROUND_MS).fire(new Timer.RingMergeDue());
            asked.addAll(bench.purposes(QuestionPurpose.LostPeerTest.class));
        }
        assertThat(asked).hasSize(questions);
        assertThat(asked)
                .extracting(test -> test.asked().value())
                .doesNotContain(5, successor)
                .contains(6, successor - 1);
    }
}
