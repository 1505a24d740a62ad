package ringside.peer;

import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;

/**
 * Periodically reads every stored file and compares it with its digest, even if nobody requests it:
 * after a start all of them in a row, then one at a time with pauses (SPEC 8.7).
 */
final class Scrubber {

    /** Shortest pause between two checks: a hundred files are checked in a quarter of an hour. */
    private static final long PAUSE_MS = 10_000;

    /** Ratio of a pause to the check before it: checks take a twentieth of the disk's time. */
    private static final long PAUSE_PER_CHECK = 20;

    private final PeerContext context;
    private final HeldFiles held;
    private @Nullable FileNumber last;
    private @Nullable FileHandle checking;
    private long begunAt;
    private boolean isFirstRound = true;

    /** Whether it has no timer, because there was nothing to check. */
    private boolean rests;

    Scrubber(PeerContext context, HeldFiles held) {
        this.context = context;
        this.held = held;
    }

    void start() {
        wakeUp(0);
    }

    void onFirstFile() {
        if (rests) {
            wakeUp(PAUSE_MS);
        }
    }

    private void wakeUp(long delayMs) {
        rests = false;
        context.callLaterMs(new Timer.ScrubDue(), delayMs);
    }

    void onDue() {
        FileNumber next = held.after(last);
        if (next == null) {
            last = null;
            isFirstRound = false;
            rests = held.isEmpty();
            if (!rests) {
                wakeUp(PAUSE_MS);
            }
            return;
        }
        last = next;
        begunAt = context.now();
        checking = context.newHandle(FilePurpose.CHECK);
        context.file(new FileEffect.Check(checking, next));
    }

    /** Schedules the next check after one has ended, whatever its result. */
    void onOver(FileHandle ended) {
        if (ended.equals(checking)) {
            checking = null;
            long pause =
                    Math.max(
                            PAUSE_MS * PeerContext.MICROS_PER_MS,
                            PAUSE_PER_CHECK * (context.now() - begunAt));
            context.callLater(new Timer.ScrubDue(), isFirstRound ? 0 : pause);
        }
    }

    /** Checks a file at once, because a receiver reported that it did not match its offer. */
    void suspect(FileNumber number) {
        if (held.has(number)) {
            context.file(new FileEffect.Check(context.newHandle(FilePurpose.CHECK), number));
        }
    }
}
