package ringside.app.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.app.ladder.LossIndex.Worst;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderRows;
import ringside.ladder.TransferStory;

class LossIndexTest {

    private final TransferStory exchange = new TransferStory().smooth(0, 2).lost(2).smooth(3, 2);
    private final List<LadderRow> rows =
            LadderRows.of(exchange.trace(), exchange.atMicros(), Set.of());
    private final LossIndex losses =
            LossIndex.of(rows, exchange.atMicros(), exchange.trace().completeness());

    /**
     * Rows: two segments with acknowledgements, a lost segment, its time-out and its repetition.
     */
    @Test
    void aRangeIsAsBadAsItsWorstRow() {
        assertThat(losses.between(0, 4)).isEqualTo(Worst.NOTHING);
        assertThat(losses.between(0, 5)).isEqualTo(Worst.LOST);
        assertThat(losses.between(5, rows.size())).isEqualTo(Worst.RESENT);
        assertThat(losses.between(7, rows.size())).isEqualTo(Worst.NOTHING);
    }

    @Test
    void anEmptyRangeHasNoLosses() {
        assertThat(losses.between(5, 5)).isEqualTo(Worst.NOTHING);
    }
}
