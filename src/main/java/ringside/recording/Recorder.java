package ringside.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/**
 * Writes every event of a run to disk on its own thread; callers never wait. A full disk ends the
 * recording and nothing else (SPEC 12.4). Any thread may call.
 */
public final class Recorder implements Consumer<StatusEntry>, AutoCloseable {

    /** Maximum number of events waiting for the disk: a minute of a busy ring. */
    static final int QUEUE = 100_000;

    /** Longest time until an event is flushed to disk: a kill loses no more than this. */
    static final long FLUSH_MS = 500;

    /** Longest time that closing waits for the last events to be written. */
    static final long CLOSE_MS = 10_000;

    private final BlockingQueue<StatusEntry> waiting;
    private final AtomicLong lost = new AtomicLong();
    private final Path folder;
    private final String name;
    private final Consumer<String> problems;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;
    private boolean lossReported;

    /** Has not begun yet; at most {@code most} events wait for the disk. */
    Recorder(Path folder, String name, int most, Consumer<String> problems) {
        this.waiting = new ArrayBlockingQueue<>(most);
        this.folder = folder;
        this.name = name;
        this.problems = problems;
        this.thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::run);
    }

    /**
     * Begins to record into {@code FOLDER/NAME.ringside}, within the bounds of {@link
     * RecordingParts}.
     *
     * @param folder must exist
     * @param problems receives one sentence if the recording ends early, and one if the disk is too
     *     slow, on the recorder's thread
     */
    public static Recorder start(Path folder, String name, Consumer<String> problems) {
        Recorder recorder = new Recorder(folder, name, QUEUE, problems);
        recorder.begin();
        return recorder;
    }

    void begin() {
        thread.start();
    }

    /** Takes the next event, or counts it as lost if too many are waiting. */
    @Override
    public void accept(StatusEntry entry) {
        if (!ended && !waiting.offer(entry)) {
            lost.incrementAndGet();
        }
    }

    /** Returns how many events were not written because the disk was too slow. */
    public long lost() {
        return lost.get();
    }

    private void run() {
        try (RecordingParts parts = new RecordingParts(folder, name, RecordingParts.PART_BYTES)) {
            write(parts);
        } catch (IOException e) {
            problems.accept(
                    Messages.RECORDING.format("write.ends", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            waiting.clear();
        }
    }

    private void write(RecordingParts parts) throws IOException, InterruptedException {
        long flushedNanos = System.nanoTime();
        while (!closing || !waiting.isEmpty()) {
            @Nullable StatusEntry entry = waiting.poll(FLUSH_MS, TimeUnit.MILLISECONDS);
            if (entry != null) {
                parts.write(entry);
            }
            long sinceMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - flushedNanos);
            if (sinceMs >= FLUSH_MS) {
                parts.flush();
                reportLoss();
                flushedNanos = System.nanoTime();
            }
        }
        reportLoss();
    }

    /** Reports lost events once: after that the user knows that the recording has gaps. */
    private void reportLoss() {
        if (lost.get() > 0 && !lossReported) {
            lossReported = true;
            problems.accept(Messages.RECORDING.format("write.slow", lost.get()));
        }
    }

    /** Writes the waiting events, for at most {@value #CLOSE_MS} ms. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
