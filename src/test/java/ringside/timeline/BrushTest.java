package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.timeline.Brush.Grip;

/** The drag that chooses the part of the time to show (WINDOW 5.5). */
class BrushTest {

    private static final double NEAR = 5;

    /** A pixel is 10 ms. */
    private final TimeAxis whole = new TimeAxis(1_000_000, 11_000_000, 1_000);

    private final TimeAxis part = whole.part(3_000_000, 5_000_000);

    private Brush at(double x) {
        return Brush.at(x, part, whole, NEAR);
    }

    private TimeAxis axis(long from, long to) {
        return new TimeAxis(from, to, 1_000);
    }

    @Test
    void anEndIsSeizedNearItAndThePartBetween() {
        assertThat(at(204).grip()).isEqualTo(Grip.BEGINNING);
        assertThat(at(396).grip()).isEqualTo(Grip.END);
        assertThat(at(300).grip()).isEqualTo(Grip.PART);
        assertThat(at(194).grip()).isEqualTo(Grip.ANOTHER);
        assertThat(at(406).grip()).isEqualTo(Grip.ANOTHER);
    }

    @Test
    void theWholeTimeHasNoEndsToSeize() {
        assertThat(Brush.at(0, whole, whole, NEAR).grip()).isEqualTo(Grip.ANOTHER);
        assertThat(Brush.at(500, whole, whole, NEAR).grip()).isEqualTo(Grip.ANOTHER);
    }

    @Test
    void aDragShowsTheIntervalFromEitherEnd() {
        Brush brush = at(600);
        assertThat(brush.to(800)).isEqualTo(axis(7_000_000, 9_000_000));
        assertThat(brush.to(500)).isEqualTo(axis(6_000_000, 7_000_000));
        assertThat(brush.to(5_000)).isEqualTo(axis(7_000_000, 11_000_000));
    }

    @Test
    void theEndsMoveAloneAndMayPassOneAnother() {
        assertThat(at(200).to(100)).isEqualTo(axis(2_000_000, 5_000_000));
        assertThat(at(400).to(600)).isEqualTo(axis(3_000_000, 7_000_000));
        assertThat(at(200).to(500)).isEqualTo(axis(5_000_000, 6_000_000));
    }

    @Test
    void thePartKeepsItsLengthAtTheEndsOfTheTime() {
        assertThat(at(300).to(350)).isEqualTo(axis(3_500_000, 5_500_000));
        assertThat(at(300).to(-900)).isEqualTo(axis(1_000_000, 3_000_000));
        assertThat(at(300).to(999)).isEqualTo(axis(9_000_000, 11_000_000));
    }

    @Test
    void theShortestPartIsAHundredthOfASecond() {
        TimeAxis least = at(700).to(700);
        assertThat(least.toMicros() - least.fromMicros()).isEqualTo(TimeAxis.SHORTEST_MICROS);
    }
}
