package ringside.app.base;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Does what waits for the disk on a worker, and shows the outcome on the JavaFX thread. Any thread
 * may call.
 *
 * @param worker does one task after another
 * @param screen runs work on the JavaFX thread
 */
public record DiskWork(Executor worker, Executor screen) {

    /** A task of the worker. */
    @FunctionalInterface
    public interface Task<T> {
        /**
         * Reads or writes.
         *
         * @throws IOException why it failed
         */
        T run() throws IOException;
    }

    /**
     * Begins a task.
     *
     * @param done called on the JavaFX thread with what it returned
     * @param failed called on the JavaFX thread with why it failed, in words of the system
     */
    public <T> void begin(Task<T> task, Consumer<T> done, Consumer<String> failed) {
        worker.execute(() -> {
            try {
                T outcome = task.run();
                screen.execute(() -> done.accept(outcome));
            } catch (IOException e) {
                screen.execute(() -> failed.accept(String.valueOf(e.getMessage())));
            }
        });
    }
}
