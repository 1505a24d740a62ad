package ringside.node;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import ringside.peer.Input;

/**
 * Counts the bytes of all files that the disk has been given and has not written, and tells the
 * core when they are too many and when they are few again: until then it takes no more (SPEC 4.9).
 * Belongs to the loop's thread, but for {@link #written}.
 */
final class WriteBacklog {

    /**
     * So many bytes may wait for the disk: a fast transfer does not notice a disk that pauses for
     * 40 ms, and a peer of 48 MiB does not grow by a tenth.
     */
    static final long MOST_BYTES = 4 << 20;

    /**
     * From here down the disk has caught up, in bytes: far enough that it is not said all the time.
     */
    static final long FEW_BYTES = MOST_BYTES / 2;

    private final Consumer<Input> inputs;
    private final Consumer<Runnable> onLoop;
    private final AtomicLong bytes = new AtomicLong();
    private boolean isBehind;

    /**
     * Nothing waits.
     *
     * @param inputs takes what the core is to hear, on the loop's thread
     * @param onLoop runs something on the loop's thread soon; callable from any thread
     */
    WriteBacklog(Consumer<Input> inputs, Consumer<Runnable> onLoop) {
        this.inputs = inputs;
        this.onLoop = onLoop;
    }

    /** The disk is given so many bytes. */
    void given(int count) {
        if (bytes.addAndGet(count) >= MOST_BYTES && !isBehind) {
            isBehind = true;
            inputs.accept(new Input.DiskBehind());
        }
    }

    /** The disk is done with so many, whether it could write them or not. Any thread. */
    void written(int count) {
        long left = bytes.addAndGet(-count);
        if (left <= FEW_BYTES && left + count > FEW_BYTES) {
            onLoop.accept(this::tellIfFew);
        }
    }

    private void tellIfFew() {
        if (isBehind && bytes.get() <= FEW_BYTES) {
            isBehind = false;
            inputs.accept(new Input.DiskCaughtUp());
        }
    }
}
