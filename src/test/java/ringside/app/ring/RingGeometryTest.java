package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingGeometryTest {

    @Test
    void theCircleTakesTheRoomThatThereIs() {
        assertThat(RingGeometry.fitting(940, 620, 8).radius()).isEqualTo(264);
        assertThat(RingGeometry.fitting(600, 900, 8).radius()).isEqualTo(216);
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
