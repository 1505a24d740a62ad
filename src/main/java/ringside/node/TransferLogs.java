package ringside.node;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.peer.Effect.LogBook;
import ringside.peer.Effect;

/**
 * The two transfer logs, one tab-separated line an event (SPEC 4.6). Buffered; the loop flushes them
 * when it has nothing else to do for a while. A log that cannot be written ends, the peer goes on.
 */
final class TransferLogs implements AutoCloseable {

    private static final long MICROS_PER_HUNDREDTH = 10_000;

    private final Writer responding;
    private final Writer requesting;
    private boolean isDirty;
    private boolean isBroken;

    private TransferLogs(Writer responding, Writer requesting) {
        this.responding = responding;
        this.requesting = requesting;
    }

    static TransferLogs open(Path folder) throws IOException {
        return new TransferLogs(
                Files.newBufferedWriter(folder.resolve("responding_log.txt")),
                Files.newBufferedWriter(folder.resolve("requesting_log.txt")));
    }

    /**
     * Writes one line.
     *
     * @param atMicros since the peer started
     */
    void write(long atMicros, Effect.Log line) {
        if (isBroken) {
            return;
        }
        try {
            writerOf(line.book()).write(format(atMicros, line));
            isDirty = true;
        } catch (IOException e) {
            isBroken = true;
        }
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

    void flush() {
        if (!isDirty || isBroken) {
            return;
        }
        try {
            responding.flush();
            requesting.flush();
            isDirty = false;
        } catch (IOException e) {
            isBroken = true;
        }
    }

    private Writer writerOf(LogBook book) {
        return switch (book) {
            case RESPONDING -> responding;
            case REQUESTING -> requesting;
        };
    }

    /** Writes what waits, if it can be written: a full disk must not change how a peer ends. */
    @Override
    public void close() {
        try (responding;
                requesting) {
            flush();
        } catch (IOException e) {
            isBroken = true;
        }
    }
}
