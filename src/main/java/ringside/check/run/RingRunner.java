package ringside.check.run;

import java.io.IOException;
import java.util.function.Consumer;
import ringside.check.Finding;

/** Runs one ring of a check to its end. May be used from any thread. */
public interface RingRunner {

    /**
     * Starts a ring, plays its scenes and ends it; no process of it is left.
     *
     * @param found is told each finding, again when it changes; called on one thread
     * @throws IOException when the program, or the ring around it, cannot be started
     */
    RingEnd run(RingOrder order, Consumer<Finding> found) throws IOException, InterruptedException;
}
