package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;

/** The spiral to the hash 220, 180 pixels large. */
class SpiralTest {

    private static final RingGeometry CIRCLE = RingGeometry.fitting(600, 500, 8);
    private static final double RADIUS = 180;

    private final Spiral spiral =
            new Spiral(CIRCLE, RADIUS, new PeerId(220), id -> id.value() / 256.0);

    @Test
    void theWholeCircleIsLeftAtItsRadiusAndNothingInTheMiddle() {
        assertThat(spiral.radiusAt(256)).isEqualTo(RADIUS);
        assertThat(spiral.radiusAt(0)).isZero();
        assertThat(spiral.pointAt(0)).isEqualTo(new Point2D(CIRCLE.centreX(), CIRCLE.centreY()));
    }

    @Test
    void eachHalvingComesNearerByTheSameStep() {
        List<Long> circles = spiral.circles();
        assertThat(circles).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L);
        assertThat(circles)
                .allSatisfy(left ->
                        assertThat(spiral.radiusAt(2.0 * left) - spiral.radiusAt((double) left))
                                .isCloseTo(spiral.step(), within(1e-9)));
    }

    @Test
    void aPointLiesAtTheAngleOfItsPeer() {
        Point2D point = spiral.pointAt(220 - 92);
        assertThat(CIRCLE.turnOf(point.getX(), point.getY())).isCloseTo(92 / 256.0, within(1e-9));
        assertThat(CIRCLE.distanceOf(point.getX(), point.getY()))
                .isCloseTo(spiral.radiusAt(128), within(1e-9));
    }

    @Test
    void aHopAcrossZeroGoesOnClockwise() {
        List<Point2D> points = spiral.points(236, 210);
        List<Double> turns = points.stream().map(p -> CIRCLE.turnOf(p.getX(), p.getY())).toList();
        assertThat(turns.getFirst()).isCloseTo(240 / 256.0, within(1e-9));
        assertThat(turns.getLast()).isCloseTo(10 / 256.0, within(1e-9));
        assertThat(
                        IntStream.range(1, turns.size())
                                .mapToDouble(i -> Turns.clockwise(turns.get(i - 1), turns.get(i)))
                                .max()
                                .orElse(1))
                .isLessThan(0.1);
    }

    @Test
    void theLastHopEndsInTheMiddleAndNeverTurnsBack() {
        List<Point2D> points = spiral.points(60, 0);
        List<Double> distances =
                points.stream().map(p -> CIRCLE.distanceOf(p.getX(), p.getY())).toList();
        assertThat(distances).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(distances.getLast()).isCloseTo(0, within(1e-9));
    }

    @Test
    void thirtyHopsJoin() {
        for (int left = 240; left > 8; left -= 8) {
            assertThat(spiral.points(left, left - 8.0).getLast())
                    .isEqualTo(spiral.points(left - 8.0, Math.max(0, left - 16.0)).getFirst());
        }
    }
}
