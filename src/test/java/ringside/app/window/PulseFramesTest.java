package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import ringside.app.base.Motion;
import ringside.app.base.WindowClock;

/** The desktop's wish for reduced motion reaches the frames (WINDOW 10.8). */
class PulseFramesTest {

    @Test
    void eachFrameHasTheMotionThatTheDesktopAllowsJustThen() {
        SimpleBooleanProperty reduced = new SimpleBooleanProperty();
        PulseFrames frames = new PulseFrames(new WindowClock(), reduced);
        assertThat(frames.motion()).isEqualTo(Motion.FULL);
        reduced.set(true);
        assertThat(frames.motion()).isEqualTo(Motion.REDUCED);
    }
}
