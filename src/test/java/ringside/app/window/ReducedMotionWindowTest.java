package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.base.Motion;

/** Nothing glides where the desktop asks for reduced motion (WINDOW 10.8). */
@NeedsFonts
class ReducedMotionWindowTest extends WindowFixture {

    private static final Duration ONE_FRAME = Duration.ofMillis(20);
    private static final Duration GLIDE = Duration.ofSeconds(2);

    ReducedMotionWindowTest() {
        super(14, 43, 77);
    }

    @Test
    void peersStandAtTheirNewPlacesInOneFrame() {
        until(() -> isShown("#peer-43"));
        double byId = x();
        frames.allow(Motion.REDUCED);
        key(KeyCode.L);
        skip(ONE_FRAME);
        double evenly = x();
        pass(GLIDE);
        assertThat(evenly).isEqualTo(x()).isNotEqualTo(byId);
        frames.allow(Motion.FULL);
        key(KeyCode.L);
        skip(ONE_FRAME);
        assertThat(x()).isNotEqualTo(byId);
        pass(GLIDE);
        assertThat(x()).isEqualTo(byId);
    }

    private double x() {
        return user.lookup("#peer-43").query().getTranslateX();
    }
}
