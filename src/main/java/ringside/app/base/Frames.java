package ringside.app.base;

import java.util.function.Consumer;
import javafx.util.Subscription;

/**
 * The source of a window's frames and of the time of each: the pulses of JavaFX in the program, a
 * manual clock in tests. JavaFX thread only.
 */
public interface Frames {

    /**
     * One frame.
     *
     * @param atMicros its time in microseconds since the epoch, never less than that of the frame
     *     before
     * @param seconds time since the frame before, 0 to 1
     * @param motion how much may move in it
     */
    record Frame(long atMicros, double seconds, Motion motion) {}

    /** Calls {@code onFrame} with every frame from the next one on, until the subscription ends. */
    Subscription subscribe(Consumer<Frame> onFrame);
}
