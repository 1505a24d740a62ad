package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingGeometryTest {

    private static final double NEAREST = 222;
    private static final double WIDTH = 180;
    private static final double ASCENT = 12;

    private final RingGeometry geometry = new RingGeometry(450, 300, 200, 10);

    private Rectangle2D textAt(double turn, double distance) {
        Point2D at = geometry.pointAt(turn, distance);
        double middle = at.getX() + WIDTH / 2 * Math.sin(2 * Math.PI * turn);
        return new Rectangle2D(middle - WIDTH / 2, at.getY() - ASCENT, WIDTH, ASCENT);
    }

    private double nearestPoint(Rectangle2D box) {
        double nearest = Double.MAX_VALUE;
        for (double x = box.getMinX(); x <= box.getMaxX(); x++) {
            for (double y = box.getMinY(); y <= box.getMaxY(); y++) {
                nearest = Math.min(nearest, geometry.distanceOf(x, y));
            }
        }
        return nearest;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.04, 0.1, 0.25, 0.4, 0.46, 0.5, 0.54, 0.75, 0.96})
    void aTextKeepsItsDistanceFromTheCircleWithAllItsWidth(double turn) {
        double distance = geometry.textDistance(turn, NEAREST, WIDTH, ASCENT);
        assertThat(nearestPoint(textAt(turn, distance))).isGreaterThan(NEAREST - 1);
        if (distance > NEAREST) {
            assertThat(nearestPoint(textAt(turn, distance - 2))).isLessThan(NEAREST);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.75})
    void aTextBesideTheCircleStaysAtItsPeer(double turn) {
        assertThat(geometry.textDistance(turn, NEAREST, WIDTH, ASCENT)).isEqualTo(NEAREST);
    }

    @Test
    void theCircleTakesTheRoomThatThereIs() {
        assertThat(RingGeometry.fitting(940, 620, 8).radius()).isEqualTo(264);
        assertThat(RingGeometry.fitting(600, 900, 8).radius()).isEqualTo(234);
    }

    /** The numbers of small discs stand outside of the circle. */
    @Test
    void aCrowdedCircleLeavesRoomForNumbersWithoutAJump() {
        double before = RingGeometry.fitting(940, 620, 8).radius();
        for (int peers = 9; peers <= 256; peers++) {
            double radius = RingGeometry.fitting(940, 620, peers).radius();
            assertThat(before - radius).isBetween(0.0, 3.0);
            before = radius;
        }
        assertThat(before).isEqualTo(248);
    }
}
