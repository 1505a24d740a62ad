package ringside.program;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/**
 * What a program prints in its terminal, as readings (PROGRAMS 3.1). A thread of its own reads, so
 * that the program is not held up.
 */
public final class ProgramOutput {

    /** A number at the end of the output is complete after this time; ms (PROGRAMS 3.1). */
    static final long QUIET_MS = 200;

    private static final int CHUNK = 64 * 1024;
    private static final int CHUNKS_WAITING = 64;

    private final Terminal terminal;
    private final SentenceReader reader;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_WAITING);

    /**
     * Creates the output of a program that has started.
     *
     * @param reader of its sentences
     */
    public ProgramOutput(Terminal terminal, SentenceReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /**
     * Reads until nobody holds the terminal any more. Call it once, on a thread of its own.
     *
     * @param name of the thread that takes the bytes
     * @param receiver of the readings, called on the calling thread
     */
    public void readAll(String name, Consumer<List<Reading>> receiver) throws InterruptedException {
        Thread.ofPlatform().daemon().name(name).start(this::takeBytes);
        byte @Nullable [] chunk = chunks.take();
        while (chunk == null || chunk.length > 0) {
            receiver.accept(chunk == null ? reader.quiet() : reader.read(chunk, 0, chunk.length));
            chunk = chunks.poll(QUIET_MS, TimeUnit.MILLISECONDS);
        }
        receiver.accept(reader.end());
    }

    private void takeBytes() {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = terminal.output()) {
            int count = in.read(chunk);
            while (count > 0) {
                chunks.put(Arrays.copyOf(chunk, count));
                count = in.read(chunk);
            }
        } catch (IOException e) {
            // The terminal is gone, and the program with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            putEnd();
        }
    }

    private void putEnd() {
        try {
            chunks.put(new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
