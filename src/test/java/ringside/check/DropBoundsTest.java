package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DropBoundsTest {

    @Test
    void aProgramThatNeverDropsLiesOutside() {
        assertThat(DropBounds.of(42, 0.3).contain(0)).isFalse();
        assertThat(DropBounds.of(30, 0.3).contain(0)).isTrue();
    }

    @Test
    void everyDrawnFileIsLongEnoughToTell() {
        for (long seed = 0; seed < 100; seed++) {
            RingPlan plan = RingPlan.drawn(seed);
            int segments = plan.fileBytes() / plan.mss();
            assertThat(DropBounds.of(segments, plan.loss()).contain(0)).isFalse();
        }
    }

    @Test
    void twiceTheLossLiesOutside() {
        assertThat(DropBounds.of(200, 0.3).contain(120)).isFalse();
        assertThat(DropBounds.of(200, 0.3).contain(60)).isTrue();
    }

    @Test
    void lossesThatAreCertainHaveOneAnswer() {
        assertThat(DropBounds.of(10, 0)).isEqualTo(new DropBounds(0, 0));
        assertThat(DropBounds.of(10, 1)).isEqualTo(new DropBounds(10, 10));
        assertThat(DropBounds.of(0, 0.3)).isEqualTo(new DropBounds(0, 0));
    }

    /** A million right programs would show one or two outside; fifty thousand show none. */
    @Test
    void rightProgramsLieInside() {
        Random random = new Random(5);
        DropBounds bounds = DropBounds.of(60, 0.3);
        for (int run = 0; run < 50_000; run++) {
            int drops = (int) random.doubles(60).filter(each -> each < 0.3).count();
            assertThat(bounds.contain(drops)).as(run + ": " + drops).isTrue();
        }
    }
}
