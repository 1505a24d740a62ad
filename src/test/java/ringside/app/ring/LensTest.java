package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import ringside.app.base.Motion;

/** When the ring is enlarged, and how that comes and goes (WINDOW 2.9). */
class LensTest {

    private static final int PEERS = 256;
    private static final double FRAME = 0.016;
    private static final RingGeometry CIRCLE = new RingGeometry(300, 300, 200, 2.5);

    private final Lens lens = new Lens();
    private Optional<Double> walked = Optional.empty();

    private Fisheye after(double seconds) {
        Fisheye shown = Fisheye.NONE;
        for (double left = seconds; left > 0; left -= FRAME) {
            shown = lens.glide(CIRCLE, PEERS, walked, FRAME);
        }
        return shown;
    }

    @Test
    void itGrowsWhereThePointerComesNearTheCircle() {
        lens.point(new Point2D(500, 300));
        assertThat(after(FRAME).times()).isBetween(1.1, 3.0);
        Fisheye whole = after(1);
        assertThat(whole.middle()).isCloseTo(0.25, within(1e-9));
        assertThat(whole.times() * 2 * Math.PI * 200 / PEERS).isCloseTo(44, within(0.01));
    }

    @Test
    void itStandsStillWhileThePointerGoesFromOneEnlargedPeerToAnother() {
        lens.point(new Point2D(500, 300));
        Fisheye before = after(1);
        lens.point(CIRCLE.pointAt(before.turnOf(0.25 + 1.0 / PEERS), 200));
        assertThat(after(1)).isEqualTo(before);
    }

    @Test
    void itGoesAlongWithAPointerThatWouldLeaveIt() {
        lens.point(new Point2D(500, 300));
        Fisheye before = after(1);
        double held = before.times() * before.flat();
        lens.point(CIRCLE.pointAt(0.25 + held + 0.02, 200));
        assertThat(after(1).middle()).isCloseTo(0.27, within(1e-9));
    }

    @Test
    void aPointerInTheMiddleOfTheRingEnlargesNothing() {
        lens.point(new Point2D(310, 300));
        assertThat(after(1)).isEqualTo(Fisheye.NONE);
    }

    @Test
    void itFollowsTheKeyboardWhileThePointerIsElsewhere() {
        walked = Optional.of(0.75);
        assertThat(after(1).middle()).isEqualTo(0.75);
        lens.point(new Point2D(500, 300));
        assertThat(after(1).middle()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void itGoesWhereItWasWhenThePointerLeaves() {
        lens.point(new Point2D(500, 300));
        after(1);
        lens.point(null);
        Fisheye going = after(FRAME);
        assertThat(going.middle()).isCloseTo(0.25, within(1e-9));
        assertThat(going.times()).isGreaterThan(2);
        assertThat(after(1)).isEqualTo(Fisheye.NONE);
    }

    @Test
    void itComesAndGoesAtOnceWithReducedMotion() {
        double atOnce = Motion.REDUCED.glideSeconds(FRAME);
        lens.point(new Point2D(500, 300));
        Fisheye whole = lens.glide(CIRCLE, PEERS, walked, atOnce);
        assertThat(whole).isNotEqualTo(Fisheye.NONE);
        assertThat(lens.glide(CIRCLE, PEERS, walked, FRAME)).isEqualTo(whole);
        lens.point(null);
        assertThat(lens.glide(CIRCLE, PEERS, walked, atOnce)).isEqualTo(Fisheye.NONE);
    }
}
