package ringside.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;

/**
 * The two transfer logs, one tab-separated line per event (SPEC 4.6). The loop's thread buffers
 * lines, and a separate thread writes them, so that a hanging disk never blocks a peer. A log that
 * cannot be written ends, but the peer continues.
 */
final class TransferLogs implements AutoCloseable {

    /** Rows that are worth a hand-over to the writing thread, however busy the peer is. */
    private static final int ROWS_AT_ONCE = 1 << 9;

    /** Longest time that a row waits for others. */
    private static final long MOST_WAIT_MICROS = 200_000;

    /** Maximum number of unwritten rows; beyond that the logs end. */
    private static final int MOST_ROWS = 1 << 15;

    /** Time that a peer's exit waits for its last lines to be written. */
    private static final long END_SECONDS = 2;

    private final OutputStream responding;
    private final OutputStream requesting;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("logs").factory());
    private LogRows responses = new LogRows();
    private LogRows requests = new LogRows();

    /** When the first row was added that waits for a flush. */
    private long dirtySince;

    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile boolean isBroken;

    private TransferLogs(OutputStream responding, OutputStream requesting) {
        this.responding = responding;
        this.requesting = requesting;
    }

    static TransferLogs open(Path folder) throws IOException {
        return new TransferLogs(
                Files.newOutputStream(folder.resolve("responding_log.txt")),
                Files.newOutputStream(folder.resolve("requesting_log.txt")));
    }

    /** Buffers lines until the next flush, with their time since the peer started. */
    void write(long atMicros, Effect.LogLines lines) {
        if (hasRoomAt(atMicros)) {
            rowsOf(lines.book()).add(atMicros, lines);
            flushIfMany();
        }
    }

    private boolean hasRoomAt(long nowMicros) {
        if (unwritten.get() > MOST_ROWS) {
            isBroken = true;
        }
        if (!isDirty()) {
            dirtySince = nowMicros;
        }
        return !isBroken;
    }

    private void flushIfMany() {
        if (responses.count() + requests.count() >= ROWS_AT_ONCE) {
            flush();
        }
    }

    /** Schedules the writing of rows that have waited long enough. */
    void tick(long nowMicros) {
        if (isDirty() && nowMicros - dirtySince >= MOST_WAIT_MICROS) {
            flush();
        }
    }

    /** Returns whether lines wait for a flush. */
    boolean isDirty() {
        return !responses.isEmpty() || !requests.isEmpty();
    }

    /** Returns whether all lines are on the disk, or never will be. */
    boolean isWritten() {
        return isBroken || (!isDirty() && unwritten.get() == 0);
    }

    /** Schedules the writing of all buffered lines. */
    void flush() {
        if (isDirty()) {
            flush(() -> {});
        }
    }

    /**
     * Schedules the writing of all buffered lines.
     *
     * @param written runs afterwards on another thread, even if the disk has failed
     */
    void flush(Runnable written) {
        LogRows toRespond = responses;
        LogRows toRequest = requests;
        responses = new LogRows();
        requests = new LogRows();
        int count = toRespond.count() + toRequest.count();
        unwritten.addAndGet(count);
        thread.execute(() -> {
            append(responding, toRespond);
            append(requesting, toRequest);
            unwritten.addAndGet(-count);
            written.run();
        });
    }

    private void append(OutputStream log, LogRows rows) {
        if (isBroken || rows.isEmpty()) {
            return;
        }
        try {
            log.write(rows.text());
        } catch (IOException e) {
            isBroken = true;
        }
    }

    private LogRows rowsOf(LogBook book) {
        return switch (book) {
            case RESPONDING -> responses;
            case REQUESTING -> requests;
        };
    }

    /** Writes the buffered lines if possible; a full disk must not change how a peer ends. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            flush();
            thread.shutdown();
        }
        try {
            if (thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                closeFiles();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeFiles() {
        try (responding;
                requesting) {
            isBroken = true;
        } catch (IOException e) {
            isBroken = true;
        }
    }
}
