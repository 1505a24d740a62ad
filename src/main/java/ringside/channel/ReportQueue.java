package ringside.channel;

import java.util.ArrayDeque;
import java.util.List;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * What waits to be written: bounded, and never in the way of the one who reports (SPEC 9.2). What
 * is frequent and soon outdated is left out first. Any thread may offer; one takes.
 */
public final class ReportQueue {

    /** How many entries wait at most: about 1 MiB, some 20 s of a busy transfer's events. */
    static final int CAPACITY = 4_096;

    /** From here on only what matters is let in: the last quarter is kept for it. */
    static final int CAPACITY_FOR_FREQUENT = CAPACITY / 4 * 3;

    private final ArrayDeque<StatusEntry> waiting = new ArrayDeque<>();
    private long leftOut;
    private boolean closed;

    ReportQueue() {}

    /** Takes an entry, or counts it as left out. Never blocks, apart from the lock. */
    synchronized void offer(StatusEntry entry) {
        int limit = isFrequent(entry.event()) ? CAPACITY_FOR_FREQUENT : CAPACITY;
        if (waiting.size() >= limit) {
            leftOut++;
            return;
        }
        waiting.add(entry);
        notifyAll();
    }

    /**
     * Waits until there is something, and takes it.
     *
     * @return in the order of their coming; empty when the queue is closed and drained
     */
    synchronized List<StatusEntry> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<StatusEntry> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Whether nothing waits, so that what is written should be sent now. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** How many were left out since the last call. */
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }

    /** Lets {@link #take} come back for the last time. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Whether an event comes so often that the next one makes up for it. */
    public static boolean isFrequent(StatusEvent event) {
        return switch (event) {
            case NeighbourEvent.PingSent _,
                    NeighbourEvent.PingAnswered _,
                    FileEvent.TransferProgress _,
                    FileEvent.SegmentTraced _,
                    LifeEvent.Statistics _ ->
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
                    NeighbourEvent.NeighboursChanged _,
                    NeighbourEvent.PingMissed _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.NeighbourLeft _,
                    NeighbourEvent.LineCut _,
                    NeighbourEvent.LineMended _,
                    LookupEvent.LookupSent _,
                    LookupEvent.LookupForwarded _,
                    LookupEvent.LookupPassedBy _,
                    LookupEvent.LookupArrived _,
                    LookupEvent.LookupAnswered _,
                    LookupEvent.LookupFailed _,
                    FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferStarted _,
                    FileEvent.TransferDone _,
                    FileEvent.TransferFailed _,
                    ProcessEvent _ ->
                    false;
        };
    }
}
