package ringside.node;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import ringside.peer.Input;

/**
 * Counts the unwritten bytes of all files queued at the disk, and tells the core when there are too
 * many and when there are few again; in between, the core queues no more (SPEC 4.9). Confined to
 * the loop's thread, except for {@link #written}.
 */
final class WriteBacklog {

    /**
     * Maximum number of bytes that may wait for the disk: a fast transfer does not notice a disk
     * that pauses for 40 ms, and a peer of 48 MiB does not grow by a tenth.
     */
    static final long MOST_BYTES = 4 << 20;

    /** Bytes at which the disk has caught up: low enough that the state does not flicker. */
    static final long FEW_BYTES = MOST_BYTES / 2;

    private final Consumer<Input> inputs;
    private final Consumer<Runnable> onLoop;
    private final AtomicLong bytes = new AtomicLong();
    private boolean isBehind;

    /**
     * Creates an empty backlog.
     *
     * @param inputs receives the inputs for the core, on the loop's thread
     * @param onLoop schedules an action on the loop's thread; may be called from any thread
     */
    WriteBacklog(Consumer<Input> inputs, Consumer<Runnable> onLoop) {
        this.inputs = inputs;
        this.onLoop = onLoop;
    }

    /** Adds bytes queued at the disk. */
    void given(int count) {
        if (bytes.addAndGet(count) >= MOST_BYTES && !isBehind) {
            isBehind = true;
            inputs.accept(new Input.DiskBehind());
        }
    }

    /**
     * Removes bytes that the disk has finished with, written or not. May be called from any thread.
     */
    void written(int count) {
        long left = bytes.addAndGet(-count);
        if (left <= FEW_BYTES && left + count > FEW_BYTES) {
            onLoop.accept(this::reportIfFew);
        }
    }

    private void reportIfFew() {
        if (isBehind && bytes.get() <= FEW_BYTES) {
            isBehind = false;
            inputs.accept(new Input.DiskCaughtUp());
        }
    }
}
