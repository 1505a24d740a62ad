package ringside.app.window;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.util.Subscription;
import ringside.app.base.Clock;
import ringside.app.base.Frames;

/** A frame for every pulse of JavaFX, by the clock of the machine. JavaFX thread. */
public final class PulseFrames implements Frames {

    /** What moves does not jump by more after a window stood still, in seconds. */
    private static final double LONGEST_SECONDS = 1;

    private static final double MICROS_PER_SECOND = 1e6;

    private final Clock clock;

    /** Takes the clock that tells the time of each frame. */
    public PulseFrames(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Subscription subscribe(Consumer<Frame> onFrame) {
        AnimationTimer timer =
                new AnimationTimer() {
                    private long before = clock.micros();

                    @Override
                    public void handle(long now) {
                        long at = clock.micros();
                        double seconds = (at - before) / MICROS_PER_SECOND;
                        before = at;
                        onFrame.accept(new Frame(at, Math.min(seconds, LONGEST_SECONDS)));
                    }
                };
        timer.start();
        return timer::stop;
    }
}
