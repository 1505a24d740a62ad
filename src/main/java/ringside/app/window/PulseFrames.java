package ringside.app.window;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;
import ringside.app.base.Frames;
import ringside.app.base.Motion;
import ringside.app.base.WindowClock;

/** Frames at every pulse of JavaFX, timed by the machine's clock. JavaFX thread only. */
public final class PulseFrames implements Frames {

    /** The longest time of a frame, in seconds: animations must not jump after a freeze. */
    private static final double LONGEST_SECONDS = 1;

    private static final double MICROS_PER_SECOND = 1e6;

    private final WindowClock clock;
    private final ObservableBooleanValue reducedMotion;

    /**
     * Uses a clock for the time of each frame.
     *
     * @param reducedMotion whether the desktop asks for reduced motion
     */
    public PulseFrames(WindowClock clock, ObservableBooleanValue reducedMotion) {
        this.clock = clock;
        this.reducedMotion = reducedMotion;
    }

    @Override
    public Subscription subscribe(Consumer<Frame> onFrame) {
        AnimationTimer timer =
                new AnimationTimer() {
                    private long before = clock.micros();

                    @Override
                    public void handle(long now) {
                        long atMicros = clock.micros();
                        double seconds = (atMicros - before) / MICROS_PER_SECOND;
                        before = atMicros;
                        onFrame.accept(
                                new Frame(atMicros, Math.min(seconds, LONGEST_SECONDS), motion()));
                    }
                };
        timer.start();
        return timer::stop;
    }

    /** Returns the motion that the desktop allows now. */
    Motion motion() {
        return reducedMotion.get() ? Motion.REDUCED : Motion.FULL;
    }
}
