package ringside.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.status.SegmentStep;

class LadderRowsTest {

    private final TransferStory exchange = new TransferStory();

    private List<LadderRow> rows() {
        return LadderRows.of(exchange.trace(), exchange.atMicros(), Set.of());
    }

    private List<LadderRow.Run> runs() {
        return rows().stream()
                .filter(LadderRow.Run.class::isInstance)
                .map(LadderRow.Run.class::cast)
                .toList();
    }

    @Test
    void uneventfulArrowsInTheMiddleAreCombined() {
        exchange.smooth(0, 50);
        assertThat(runs())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.segments()).isEqualTo(50 - LadderRows.ENDS);
                    assertThat(run.bytes()).isEqualTo((50L - LadderRows.ENDS) * TransferStory.MSS);
                });
        assertThat(rows()).hasSize(2 * LadderRows.ENDS + 1);
    }

    @Test
    void aLossIsShownWithTheRoundsBeforeAndAfterIt() {
        exchange.smooth(0, 40).lost(40).smooth(41, 40);
        assertThat(runs()).hasSize(2);
        assertThat(rows())
                .filteredOn(LadderRow.Waited.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        LadderRow.Waited.class,
                        row ->
                                assertThat(row.timeOut().sequence())
                                        .isEqualTo(TransferStory.sequence(40)));
        int waited =
                rows().indexOf(
                                rows().stream()
                                        .filter(LadderRow.Waited.class::isInstance)
                                        .findFirst()
                                        .orElseThrow());
        assertThat(rows().get(waited - 1)).isInstanceOf(LadderRow.Single.class);
        assertThat(rows().get(waited + 1)).isInstanceOf(LadderRow.Single.class);
    }

    @Test
    void anOpenedRunShowsEachSegment() {
        exchange.smooth(0, 50);
        LadderRow.Run run = runs().getFirst();
        List<LadderRow> opened =
                LadderRows.of(exchange.trace(), exchange.atMicros(), Set.of(run.first()));
        assertThat(opened).hasSize(100).noneMatch(LadderRow.Run.class::isInstance);
    }

    @Test
    void aPastMomentShowsOnlyArrowsSentByThen() {
        exchange.smooth(0, 3);
        long then = exchange.atMicros();
        exchange.lost(3).smooth(4, 3);
        assertThat(LadderRows.of(exchange.trace(), then - 1, Set.of())).hasSize(6);
        assertThat(LadderRows.of(exchange.trace(), TransferStory.START_MICROS - 1, Set.of()))
                .isEmpty();
    }

    @Test
    void theScaleKeepsTheOrderOfTimeAndLimitsSilence() {
        exchange.smooth(0, 20).lost(20).smooth(21, 20);
        List<LadderRow> rows = rows();
        LadderScale scale = LadderScale.of(rows, exchange.atMicros());
        double last = -1;
        for (LadderRow row : rows) {
            double y = scale.yOf(row.fromMicros());
            assertThat(y).isGreaterThanOrEqualTo(last);
            last = y;
        }
        TimeOut timeOut = exchange.trace().timeOuts().getFirst();
        double bracket = scale.yOf(timeOut.atMicros()) - scale.yOf(timeOut.fromMicros());
        assertThat(bracket).isBetween(LadderScale.GAP_PER_TENFOLD, LadderScale.MOST_GAP);
        assertThat(scale.microsAt(scale.yOf(timeOut.atMicros()))).isEqualTo(timeOut.atMicros());
    }

    @Test
    void everyRunHasTheSameHeight() {
        exchange.smooth(0, 30);
        double small = heightOfRun();
        exchange.smooth(30, 3_000);
        assertThat(heightOfRun())
                .isCloseTo(small, within(0.01))
                .isCloseTo(LadderScale.RUN_HEIGHT, within(0.01));
    }

    private double heightOfRun() {
        LadderScale scale = LadderScale.of(rows(), exchange.atMicros());
        LadderRow.Run run = runs().getFirst();
        return scale.yOf(run.toMicros()) - scale.yOf(run.fromMicros());
    }

    @Test
    void aHundredThousandSegmentsWithLossBecomeRows() {
        for (int i = 0; i < 100_000; i++) {
            if (i % 10 == 5) {
                exchange.lost(i);
            } else {
                exchange.step(SegmentStep.SENT, TransferStory.sequence(i)).finish(i);
            }
        }
        List<LadderRow> rows = rows();
        LadderScale scale = LadderScale.of(rows, exchange.atMicros());
        assertThat(rows.size()).isBetween(50_000, 260_000);
        assertThat(scale.yOf(exchange.atMicros())).isEqualTo(scale.height());
    }
}
