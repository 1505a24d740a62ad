package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RingCurveTest {

    private static final int STEPS = 100;

    static Stream<Arguments> waysInside() {
        return Stream.of(
                        RingGeometry.fitting(940, 660, 8),
                        RingGeometry.fitting(600, 320, 3),
                        RingGeometry.fitting(1900, 1000, 60))
                .flatMap(geometry ->
                        Stream.of(0.004, 0.1, 0.3, 0.41, 0.43, 0.5, 0.75, 0.97)
                                .map(span -> Arguments.of(geometry, span)));
    }

    @ParameterizedTest
    @MethodSource("waysInside")
    void noEdgeCrossesTheWordsInTheMiddleOrLeavesTheCircle(RingGeometry geometry, double span) {
        List<BiFunction<Double, Double, RingCurve>> kinds =
                List.of(
                        (from, to) -> RingCurve.firstSuccessor(geometry, from, to),
                        (from, to) -> RingCurve.secondSuccessor(geometry, from, to),
                        (from, to) -> RingCurve.shortcut(geometry, from, to),
                        (from, to) -> RingCurve.transfer(geometry, from, to));
        for (BiFunction<Double, Double, RingCurve> kind : kinds) {
            RingCurve curve = kind.apply(0.9, Turns.wrap(0.9 + span));
            for (int i = 0; i <= STEPS; i++) {
                Point2D point = curve.pointAt((double) i / STEPS);
                assertThat(geometry.distanceOf(point.getX(), point.getY()))
                        .as("at %s of %s", i, span)
                        .isBetween(geometry.clearance() * 0.97, geometry.radius() * 1.02);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysInside")
    void aWayBeginsAndEndsAtItsPeersAndItsDrawnPartOutsideTheirDiscs(
            RingGeometry geometry, double span) {
        double to = Turns.wrap(0.2 + span);
        RingCurve curve = RingCurve.firstSuccessor(geometry, 0.2, to);
        Point2D begin = geometry.pointAt(0.2, geometry.radius());
        Point2D end = geometry.pointAt(to, geometry.radius());
        assertThat(curve.pointAt(0).distance(begin)).isEqualTo(0, within(1e-6));
        assertThat(curve.pointAt(1).distance(end)).isEqualTo(0, within(1e-6));
        double disc = Math.min(geometry.peerRadius(), begin.distance(end) / 3);
        List<Point2D> drawn = curve.points(disc, disc);
        assertThat(drawn.getFirst().distance(begin)).isGreaterThanOrEqualTo(disc * 0.9);
        assertThat(drawn.getLast().distance(end)).isGreaterThanOrEqualTo(disc * 0.9);
    }

    @ParameterizedTest
    @MethodSource("waysInside")
    void anEdgeToAPredecessorRunsOutsideTheCircle(RingGeometry geometry, double span) {
        RingCurve curve = RingCurve.predecessor(geometry, Turns.wrap(0.2 + span), 0.2, 1);
        for (int i = 0; i <= STEPS; i++) {
            Point2D point = curve.pointAt((double) i / STEPS);
            assertThat(geometry.distanceOf(point.getX(), point.getY()))
                    .isBetween(geometry.radius() - 1e-6, geometry.radius() + RingGeometry.ABOVE);
        }
    }

    @Test
    void nearlyTheWholeCircleIsWalkedAlongTheCircleAndNotAroundTheMiddle() {
        RingGeometry geometry = RingGeometry.fitting(940, 660, 2);
        RingCurve first = RingCurve.firstSuccessor(geometry, 43 / 256.0, 14 / 256.0);
        RingCurve second = RingCurve.secondSuccessor(geometry, 43 / 256.0, 14 / 256.0);
        for (int i = 0; i <= STEPS; i++) {
            Point2D point = first.pointAt((double) i / STEPS);
            Point2D inner = second.pointAt((double) i / STEPS);
            assertThat(geometry.distanceOf(point.getX(), point.getY()))
                    .isGreaterThan(0.92 * geometry.radius());
            assertThat(geometry.distanceOf(inner.getX(), inner.getY()))
                    .isGreaterThan(0.75 * geometry.radius());
        }
        assertThat(geometry.clearance()).isLessThan(0.5 * geometry.radius());
    }
}
