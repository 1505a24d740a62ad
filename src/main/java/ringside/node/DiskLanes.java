package ringside.node;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Four disk threads, so that nothing waits behind long work: one for small files and for work that
 * is quick whatever the size, one for whole large files, one that reads parts of outgoing files,
 * and one that writes parts of incoming files. Each lane works in first-in, first-out order. A disk
 * that hangs blocks its lane and nothing else. May be called from any thread.
 */
final class DiskLanes implements AutoCloseable {

    /** Size in bytes from which a file is large: reading this much takes about 20 ms. */
    private static final long LARGE_BYTES = 8 << 20;

    /**
     * Time in ms that a peer's exit waits for each of the two lanes of parts, until files are
     * closed and partial ones deleted. A disk that hangs must not keep the process alive: the next
     * start deletes the rest.
     */
    private static final long END_MS = 1_000;

    /** The size of work that is quick whatever the file size. */
    static final Size SMALL = () -> 0;

    private final ExecutorService quick = lane("disk");
    private final ExecutorService large = lane("disk-large");
    private final ExecutorService reading = lane("disk-reads");
    private final ExecutorService writing = lane("disk-writes");

    /** The number of bytes that some work will read or write; computed on a disk thread. */
    interface Size {
        long bytes() throws IOException;
    }

    interface Work {
        void run() throws IOException;
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Schedules work on a whole file.
     *
     * @param failed receives, on a disk thread, the failure of the work or of its size
     */
    void run(Size size, Work work, Consumer<Exception> failed) {
        quick.execute(() ->
                guarded(
                        () -> {
                            if (size.bytes() > LARGE_BYTES) {
                                large.execute(() -> guarded(work, failed));
                            } else {
                                work.run();
                            }
                        },
                        failed));
    }

    /**
     * Schedules work for an outgoing file.
     *
     * @param failed receives, on a disk thread, the failure of the work
     */
    void read(Work work, Consumer<Exception> failed) {
        reading.execute(() -> guarded(work, failed));
    }

    /**
     * Schedules work for an incoming file.
     *
     * @param failed receives, on a disk thread, the failure of the work
     */
    void write(Work work, Consumer<Exception> failed) {
        writing.execute(() -> guarded(work, failed));
    }

    private static void guarded(Work work, Consumer<Exception> failed) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            failed.accept(e);
        }
    }

    /** Abandons work on whole files; completes work on parts, if the disk responds in time. */
    @Override
    public void close() {
        quick.shutdownNow();
        large.shutdownNow();
        reading.shutdown();
        writing.shutdown();
        try {
            if (!writing.awaitTermination(END_MS, TimeUnit.MILLISECONDS)
                    || !reading.awaitTermination(END_MS, TimeUnit.MILLISECONDS)) {
                writing.shutdownNow();
                reading.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
