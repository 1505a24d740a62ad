package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lens over a dense ring (WINDOW 2.9). */
class FisheyeTest {

    private static final double CIRCUMFERENCE = 1_350;
    private static final Offset<Double> NEARLY = within(1e-9);

    private static Fisheye lens(int peers, double middle) {
        return Fisheye.at(middle, CIRCUMFERENCE, peers, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 0.98})
    void whatStandsInItsMiddleStaysThere(double middle) {
        assertThat(lens(256, middle).turnOf(middle)).isCloseTo(middle, NEARLY);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 256})
    void thePeersAroundThePointerStandApart(int peers) {
        Fisheye lens = lens(peers, 0);
        double apart = lens.turnOf(1.0 / peers) * CIRCUMFERENCE;
        assertThat(apart).isCloseTo(44, within(0.01));
        assertThat(lens.growthAt(0)).isCloseTo(44 * peers / CIRCUMFERENCE, NEARLY);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 100, 256})
    void noPeersChangeTheirOrderAndTheOthersGiveWayALittle(int peers) {
        Fisheye lens = lens(peers, 0.02);
        double before = lens.turnOf(0) - 1;
        double all = 0;
        for (int i = 1; i <= 1_000; i++) {
            double turn = i / 1_000.0 % 1;
            double step = Turns.clockwise(Turns.wrap(before), lens.turnOf(turn));
            assertThat(step * 1_000).as("at " + turn).isBetween(0.55, lens.times() + 1e-6);
            before = lens.turnOf(turn);
            all += step;
        }
        assertThat(all).isCloseTo(1, NEARLY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.02, 0.05, 0.15, 0.4, 0.9, 0.99})
    void whatIsSeenAtAPlaceIsFoundAgain(double turn) {
        Fisheye lens = lens(256, 0.02);
        assertThat(lens.originOf(lens.turnOf(turn))).isCloseTo(turn, within(1e-6));
    }

    @Test
    void nothingMovesOutOfItsReach() {
        Fisheye lens = lens(256, 0.25);
        assertThat(lens.reach()).isLessThan(0.25);
        assertThat(lens.turnOf(0.75)).isEqualTo(0.75);
        assertThat(lens.turnOf(0.01)).isEqualTo(0.01);
        assertThat(lens.growthAt(0.75)).isEqualTo(1);
        double edge = 0.25 + lens.reach();
        assertThat(lens.turnOf(edge - 1e-9)).isCloseTo(edge, within(1e-6));
    }

    @Test
    void aRingWithRoomForItsNumbersNeedsNone() {
        assertThat(lens(8, 0.25)).isEqualTo(Fisheye.NONE);
        assertThat(Fisheye.NONE.turnOf(0.3)).isEqualTo(0.3);
        assertThat(Fisheye.NONE.growthAt(0.3)).isEqualTo(1);
    }

    @Test
    void aLensThatComesIsWeakerAtFirst() {
        assertThat(Fisheye.at(0, CIRCUMFERENCE, 256, 0)).isEqualTo(Fisheye.NONE);
        double half = Fisheye.at(0, CIRCUMFERENCE, 256, 0.5).growthAt(0);
        assertThat(half).isBetween(2.0, lens(256, 0).growthAt(0) - 1);
    }
}
