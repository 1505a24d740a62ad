package ringside.simulation;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import ringside.peer.FileEffect;
import ringside.peer.Input;

/** Lets a simulated disk hang: effects are queued in order, and an overfull queue is reported. */
final class HangingDisk {

    /** Most bytes that may wait; few, so that small files reach it. */
    static final int MOST_BYTES = 8_000;

    private final Consumer<FileEffect> disk;
    private final Consumer<Input> inputs;
    private final ArrayDeque<FileEffect> waiting = new ArrayDeque<>();
    private boolean hangs;
    private boolean isBehind;
    private int bytes;

    HangingDisk(Consumer<FileEffect> disk, Consumer<Input> inputs) {
        this.disk = disk;
        this.inputs = inputs;
    }

    void take(FileEffect effect) {
        if (!hangs) {
            disk.accept(effect);
            return;
        }
        waiting.add(effect);
        if (effect instanceof FileEffect.Write write) {
            bytes += write.data().length();
            if (bytes >= MOST_BYTES && !isBehind) {
                isBehind = true;
                inputs.accept(new Input.DiskBehind());
            }
        }
    }

    /** Executes nothing from now on. */
    void hang() {
        hangs = true;
    }

    /** Executes all queued effects. */
    void resume() {
        hangs = false;
        while (!waiting.isEmpty()) {
            disk.accept(waiting.remove());
        }
        bytes = 0;
        if (isBehind) {
            isBehind = false;
            inputs.accept(new Input.DiskCaughtUp());
        }
    }

    int waitingBytes() {
        return bytes;
    }
}
