package ringside.app.base;

import java.util.function.Consumer;
import javafx.util.Subscription;

/**
 * The source of a window's frames and of the time that each carries: the pulses of JavaFX in the
 * program, the hand of a test in tests. For the JavaFX thread.
 */
public interface Frames {

    /**
     * One frame.
     *
     * @param atMicros its time in microseconds since the epoch, never less than that of the frame
     *     before
     * @param seconds since the frame before, 0 to 1: what glides and fades moves by it
     */
    record Frame(long atMicros, double seconds) {}

    /** Calls with every frame from the next one on, until the subscription ends. */
    Subscription subscribe(Consumer<Frame> onFrame);
}
