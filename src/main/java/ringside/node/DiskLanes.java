package ringside.node;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Four threads for the disk, so that nobody waits behind what takes long: one for small files and
 * for what is quick whatever the size, one for whole large files, one that reads parts of files
 * that are sent, one that writes parts of files that are received. In each lane work is done in the
 * order in which it was given. A disk that hangs holds up its lane and nothing else. Any thread may
 * call.
 */
final class DiskLanes implements AutoCloseable {

    /** From here on a file is large, in bytes: to read so much takes about 20 ms. */
    private static final long LARGE_BYTES = 8 << 20;

    /**
     * How long the end of a peer waits, in ms, for each of the two lanes of parts, until files are
     * closed and half ones deleted. A disk that hangs must not keep the process: the next start
     * deletes what is left.
     */
    private static final long END_MS = 1_000;

    /** The size of work that is quick whatever it is about. */
    static final Size SMALL = () -> 0;

    private final ExecutorService quick = lane("disk");
    private final ExecutorService large = lane("disk-large");
    private final ExecutorService reading = lane("disk-reads");
    private final ExecutorService writing = lane("disk-writes");

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
     * Does some work on a whole file soon.
     *
     * @param failed is told, on a thread of the disk, why the work or its size could not be done
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
     * Does soon what a file needs that is being sent.
     *
     * @param failed is told, on a thread of the disk, why that could not be done
     */
    void read(Work work, Consumer<Exception> failed) {
        reading.execute(() -> guarded(work, failed));
    }

    /**
     * Does soon what a file needs that is being received.
     *
     * @param failed is told, on a thread of the disk, why that could not be done
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

    /** Whole files are left where they are; parts are done with, if the disk lets them. */
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
