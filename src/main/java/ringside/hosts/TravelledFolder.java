package ringside.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a host into which this program has travelled (SPEC 13.2). Its time says when it was
 * used last: agents of other builds, on other hosts of the same home too, go by it when they delete
 * what nobody uses. Confined to one thread.
 */
final class TravelledFolder {

    /** The property in which the script of an agent passes the folder. */
    static final String PROPERTY = "ringside.travelled";

    /** Often enough for those who wait 30 days. */
    private static final long INTERVAL_NANOS = TimeUnit.DAYS.toNanos(1);

    private final @Nullable Path folder;
    private final LongSupplier nanoTime;
    private long nextNanos;

    /**
     * Creates a folder whose next use is marked.
     *
     * @param folder null where the program has not travelled
     * @param nanoTime a monotonic clock in nanoseconds
     */
    TravelledFolder(@Nullable Path folder, LongSupplier nanoTime) {
        this.folder = folder;
        this.nanoTime = nanoTime;
        nextNanos = nanoTime.getAsLong();
    }

    /** Marks the folder as in use now, unless that was done within the last day. */
    void use() {
        long now = nanoTime.getAsLong();
        if (folder == null || now - nextNanos < 0) {
            return;
        }
        nextNanos = now + INTERVAL_NANOS;
        try {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Where this user cannot write, this user's agents delete nothing either.
        }
    }
}
