package ringside.node;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;

/**
 * The two transfer logs, one tab-separated line per event (SPEC 4.6). The loop's thread buffers
 * lines, and a separate thread writes them, so that a hanging disk never blocks a peer. A log that
 * cannot be written ends, but the peer continues.
 */
final class TransferLogs implements AutoCloseable {

    private static final long MICROS_PER_HUNDREDTH = 10_000;

    /** Maximum length of unwritten text in characters; beyond that the logs end. */
    private static final int MOST_GATHERED = 1 << 20;

    /** Time that a peer's exit waits for its last lines to be written. */
    private static final long END_SECONDS = 2;

    private final Writer responding;
    private final Writer requesting;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("logs").factory());
    private StringBuilder toRespond = new StringBuilder();
    private StringBuilder toRequest = new StringBuilder();
    private volatile boolean isBroken;

    private TransferLogs(Writer responding, Writer requesting) {
        this.responding = responding;
        this.requesting = requesting;
    }

    static TransferLogs open(Path folder) throws IOException {
        return new TransferLogs(
                Files.newBufferedWriter(folder.resolve("responding_log.txt")),
                Files.newBufferedWriter(folder.resolve("requesting_log.txt")));
    }

    /** Buffers a line until the next flush, with its time since the peer started. */
    void write(long atMicros, Effect.Log line) {
        StringBuilder gathered = bufferOf(line.book());
        if (gathered.length() > MOST_GATHERED) {
            isBroken = true;
        }
        if (!isBroken) {
            gathered.append(format(atMicros, line));
        }
    }

    /** Returns whether lines wait for a flush. */
    boolean isDirty() {
        return !toRespond.isEmpty() || !toRequest.isEmpty();
    }

    static String format(long atMicros, Effect.Log line) {
        long hundredths = (atMicros + MICROS_PER_HUNDREDTH / 2) / MICROS_PER_HUNDREDTH;
        long fraction = hundredths % 100;
        return line.event()
                + '\t'
                + hundredths / 100
                + (fraction < 10 ? ".0" : ".")
                + fraction
                + '\t'
                + line.sequence()
                + '\t'
                + line.bytes()
                + '\t'
                + line.acknowledgement()
                + '\n';
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
        StringBuilder responses = toRespond;
        StringBuilder requests = toRequest;
        toRespond = new StringBuilder();
        toRequest = new StringBuilder();
        thread.execute(() -> {
            append(responding, responses);
            append(requesting, requests);
            written.run();
        });
    }

    private void append(Writer log, StringBuilder lines) {
        if (isBroken || lines.isEmpty()) {
            return;
        }
        try {
            log.append(lines);
            log.flush();
        } catch (IOException e) {
            isBroken = true;
        }
    }

    private StringBuilder bufferOf(LogBook book) {
        return switch (book) {
            case RESPONDING -> toRespond;
            case REQUESTING -> toRequest;
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
