package ringside.peer;

import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;

/**
 * Has every stored file read and compared with its digest now and then, also one that nobody asks
 * for: all of them after a start, one after the other, and then one at a time with pauses (SPEC
 * 8.7).
 */
final class Scrubber {

    /** Pause between two checks, at least: a hundred files are checked in a quarter of an hour. */
    private static final long PAUSE_MS = 10_000;

    /** A pause is as many times as long as the check before it: a twentieth of the disk's time. */
    private static final long PAUSE_PER_CHECK = 20;

    private final PeerContext context;
    private final HeldFiles held;
    private @Nullable FileNumber last;
    private @Nullable FileHandle checking;
    private long begunAt;
    private boolean isFirstRound = true;

    Scrubber(PeerContext context, HeldFiles held) {
        this.context = context;
        this.held = held;
    }

    void start() {
        context.callLaterMs(new Timer.CheckDue(), 0);
    }

    void onDue() {
        FileNumber next = held.after(last);
        if (next == null) {
            last = null;
            isFirstRound = false;
            context.callLaterMs(new Timer.CheckDue(), PAUSE_MS);
            return;
        }
        last = next;
        begunAt = context.now();
        checking = context.newHandle(FilePurpose.CHECK);
        context.file(new FileEffect.Check(checking, next));
    }

    /** A check has ended, whatever it has found. */
    void onOver(FileHandle ended) {
        if (ended.equals(checking)) {
            checking = null;
            long pause =
                    Math.max(
                            PAUSE_MS * PeerContext.MICROS_PER_MS,
                            PAUSE_PER_CHECK * (context.now() - begunAt));
            context.callLater(new Timer.CheckDue(), isFirstRound ? 0 : pause);
        }
    }

    /**
     * A receiver says that this file did not arrive as it was promised: it is looked at at once.
     */
    void suspect(FileNumber number) {
        if (held.has(number)) {
            context.file(new FileEffect.Check(context.newHandle(FilePurpose.CHECK), number));
        }
    }
}
