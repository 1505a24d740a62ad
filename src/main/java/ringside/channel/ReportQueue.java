package ringside.channel;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.WireEvent;

/**
 * The bounded queue of events waiting to be written; it never blocks the reporting thread (SPEC
 * 9.2). Frequent, soon outdated events are dropped first. Any thread may offer; one takes.
 */
public final class ReportQueue {

    /** Maximum number of waiting entries: about 1 MiB, some 20 s of a busy transfer's events. */
    static final int CAPACITY = 4_096;

    /**
     * Length from which frequent events are dropped: the last quarter is reserved for the others.
     */
    static final int CAPACITY_FOR_FREQUENT = CAPACITY / 4 * 3;

    /**
     * Length from which captured messages are dropped: they are larger than other events, and a
     * transfer has thousands of them.
     */
    static final int CAPACITY_FOR_CAPTURED = CAPACITY / 2;

    /**
     * Longest time that frequent events wait for others: one frame of the picture. A peer at rest
     * thus wakes up once for its pings and their answers, and so does its supervisor.
     */
    private static final long COLLECTING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Number of entries that are not kept waiting for others. */
    private static final int ENOUGH = 64;

    private final ArrayDeque<StatusEntry> waiting = new ArrayDeque<>();
    private long leftOut;
    private boolean isUrgent;
    private boolean closed;

    ReportQueue() {}

    /** Adds an entry, or counts it as dropped. Never blocks, apart from the lock. */
    synchronized void offer(StatusEntry entry) {
        if (waiting.size() >= limit(entry.event())) {
            leftOut++;
            return;
        }
        waiting.add(entry);
        isUrgent |= !isFrequent(entry.event());
        if (waiting.size() == 1 || !isCollecting()) {
            notifyAll();
        }
    }

    private static int limit(StatusEvent event) {
        if (event instanceof WireEvent.MessageCaptured) {
            return CAPACITY_FOR_CAPTURED;
        }
        return isFrequent(event) ? CAPACITY_FOR_FREQUENT : CAPACITY;
    }

    /**
     * Waits for entries, and removes all of them; frequent ones wait a moment for others.
     *
     * @return in order of arrival; empty when the queue is closed and drained
     */
    synchronized List<StatusEntry> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        long until = System.nanoTime() + COLLECTING_NANOS;
        for (long left = COLLECTING_NANOS;
                left > 0 && isCollecting();
                left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        List<StatusEntry> taken = List.copyOf(waiting);
        waiting.clear();
        isUrgent = false;
        return taken;
    }

    private boolean isCollecting() {
        return !isUrgent && !closed && waiting.size() < ENOUGH;
    }

    /** Returns the number of events dropped since the last call, and resets it. */
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }

    /** Lets {@link #take} return for the last time. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Returns whether an event is so frequent that the next one makes up for a dropped one. */
    public static boolean isFrequent(StatusEvent event) {
        return switch (event) {
            case NeighbourEvent.PingSent _,
                    NeighbourEvent.PingAnswered _,
                    FileEvent.TransferProgress _,
                    FileEvent.SegmentTraced _,
                    LifeEvent.Statistics _,
                    WireEvent.MessageCaptured _ ->
                    true;
            case LifeEvent.Hello _,
                    LifeEvent.Joining _,
                    LifeEvent.Running _,
                    LifeEvent.Leaving _,
                    LifeEvent.Left _,
                    LifeEvent.SettingsChanged _,
                    LifeEvent.TerminalLine _,
                    LifeEvent.ActionFailed _,
                    LifeEvent.Crashed _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _,
                    NeighbourEvent.NeighboursChanged _,
                    NeighbourEvent.ShortcutsChanged _,
                    NeighbourEvent.PingMissed _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.NeighbourLeft _,
                    NeighbourEvent.LinkCut _,
                    NeighbourEvent.LinkMended _,
                    LookupEvent.LookupSent _,
                    LookupEvent.LookupForwarded _,
                    LookupEvent.LookupPassedBy _,
                    LookupEvent.LookupArrived _,
                    LookupEvent.LookupAnswered _,
                    LookupEvent.LookupFailed _,
                    FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferStarted _,
                    FileEvent.TransferDone _,
                    FileEvent.TransferFailed _,
                    WireEvent.CaptureSwitched _,
                    WireEvent.MessagesUncaptured _,
                    ProcessEvent _ ->
                    false;
        };
    }
}
