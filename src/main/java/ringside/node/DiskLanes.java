package ringside.node;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Two threads for what takes long on the disk: one for small files and for what is quick whatever
 * the size, one for large files, so that a small file never waits behind the digest of a large one.
 * In each lane work is done in the order in which it was given.
 */
final class DiskLanes implements AutoCloseable {

    /** From here on a file is large, in bytes: to read so much takes about 20 ms. */
    private static final long LARGE_BYTES = 8 << 20;

    /** The size of work that is quick whatever it is about. */
    static final Size SMALL = () -> 0;

    private final ExecutorService quick = lane("disk");
    private final ExecutorService large = lane("disk-large");

    /** How many bytes some work will read or write; asked on a thread of the disk. */
    interface Size {
        long bytes() throws IOException;
    }

    /** Some work on the disk. */
    interface Work {
        void run() throws IOException;
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Does some work soon.
     *
     * @param failed is told, on a thread of the disk, why the work or its size could not be done
     */
    void run(Size size, Work work, Consumer<Exception> failed) {
        quick.execute(
                () ->
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

    private static void guarded(Work work, Consumer<Exception> failed) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            failed.accept(e);
        }
    }

    @Override
    public void close() {
        quick.shutdownNow();
        large.shutdownNow();
    }
}
