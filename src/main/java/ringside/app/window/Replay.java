package ringside.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.recording.RecordingReader;
import ringside.status.EventSource;
import ringside.status.StatusEntry;

/**
 * The events of a recording, read on a thread of its own while the window shows those read already.
 */
public final class Replay implements EventSource, AutoCloseable {

    /** Events read ahead: enough for several frames. */
    private static final int READ_AHEAD = 10_000;

    private final BlockingQueue<StatusEntry> read = new ArrayBlockingQueue<>(READ_AHEAD);
    private final AtomicReference<String> problem = new AtomicReference<>("");
    private final Thread reader;

    private Replay(Path file) {
        reader = Thread.ofPlatform().daemon().name("replay").unstarted(() -> read(file));
    }

    /**
     * Begins to read a recording.
     *
     * @throws IOException with a plain sentence when it cannot be read at all
     */
    public static Replay open(Path file) throws IOException {
        RecordingReader.check(file);
        Replay replay = new Replay(file);
        replay.reader.start();
        return replay;
    }

    private void read(Path file) {
        try {
            RecordingReader.Result result = RecordingReader.read(file, this::add);
            if (result.damagedLines() > 0) {
                problem.set(Texts.text("replay.damaged", result.damagedLines()));
            } else if (result.isCutOff()) {
                problem.set(Texts.text("replay.cutOff"));
            }
        } catch (CancellationException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            problem.set(Texts.text("replay.failed", e));
        }
    }

    private void add(StatusEntry entry) {
        try {
            read.put(entry);
        } catch (InterruptedException e) {
            throw new CancellationException("nobody looks at it any more");
        }
    }

    /** Returns what is wrong with the recording, in one sentence; empty while nothing was found. */
    public String problem() {
        return String.valueOf(problem.get());
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        for (int taken = 0; taken < most; taken++) {
            @Nullable StatusEntry next = read.poll();
            if (next == null) {
                return taken;
            }
            receiver.accept(next);
        }
        return most;
    }

    /** Stops reading. */
    @Override
    public void close() {
        reader.interrupt();
    }
}
