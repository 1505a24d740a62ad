package ringside.app.window;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.util.Subscription;
import ringside.app.base.Frames;
import ringside.app.base.Motion;

/** Frames and a clock that a test advances by hand. */
final class ManualFrames implements Frames {

    /** An arbitrary moment, in 2026. */
    private static final long FIRST_MICROS = 1_790_000_000_000_000L;

    private static final double MICROS_PER_SECOND = 1e6;

    private final List<Consumer<Frame>> listeners = new CopyOnWriteArrayList<>();
    private long micros = FIRST_MICROS;
    private Motion motion = Motion.FULL;

    /** Lets only so much move from the next frame on. */
    void allow(Motion wanted) {
        motion = wanted;
    }

    /** Returns the time, in microseconds since the epoch. */
    long micros() {
        return micros;
    }

    /** Returns the time since the beginning. */
    Duration elapsed() {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros - FIRST_MICROS));
    }

    @Override
    public Subscription subscribe(Consumer<Frame> onFrame) {
        listeners.add(onFrame);
        return () -> listeners.remove(onFrame);
    }

    /** Advances the clock, and shows the next frame. */
    void advance(Duration by) {
        long passed = TimeUnit.NANOSECONDS.toMicros(by.toNanos());
        micros += passed;
        Frame next = new Frame(micros, passed / MICROS_PER_SECOND, motion);
        listeners.forEach(listener -> listener.accept(next));
    }
}
