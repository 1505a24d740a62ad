package ringside.channel;

import java.util.ArrayDeque;
import java.util.List;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * What waits to be written: bounded, and never in the way of the one who reports (SPEC 9.2). What
 * is frequent and soon outdated is left out first. Any thread may offer; one takes.
 */
final class ReportQueue {

    /** How many entries wait at most: about 1 MiB, some 20 s of a busy transfer's events. */
    static final int CAPACITY = 4_096;

    /** From here on only what matters is let in: the last quarter is kept for it. */
    static final int CAPACITY_FOR_FREQUENT = CAPACITY / 4 * 3;

    private final ArrayDeque<StatusEntry> waiting = new ArrayDeque<>();
    private long leftOut;
    private boolean closed;

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

    private static boolean isFrequent(StatusEvent event) {
        return switch (event) {
            case PeerEvent.PingSent _,
                    PeerEvent.PingAnswered _,
                    PeerEvent.TransferProgress _,
                    PeerEvent.SegmentTraced _,
                    PeerEvent.Statistics _ ->
                    true;
            case PeerEvent.Hello _,
                    PeerEvent.Joining _,
                    PeerEvent.Running _,
                    PeerEvent.Leaving _,
                    PeerEvent.Left _,
                    PeerEvent.SettingsChanged _,
                    PeerEvent.TerminalLine _,
                    PeerEvent.ActionFailed _,
                    PeerEvent.Crashed _,
                    PeerEvent.EventsLeftOut _,
                    PeerEvent.NeighboursChanged _,
                    PeerEvent.PingMissed _,
                    PeerEvent.PeerSuspected _,
                    PeerEvent.PeerTrusted _,
                    PeerEvent.PeerDead _,
                    PeerEvent.NeighbourLeft _,
                    PeerEvent.LookupSent _,
                    PeerEvent.LookupForwarded _,
                    PeerEvent.LookupPassedBy _,
                    PeerEvent.LookupArrived _,
                    PeerEvent.LookupAnswered _,
                    PeerEvent.LookupFailed _,
                    PeerEvent.FilesHeld _,
                    PeerEvent.FileReceived _,
                    PeerEvent.FileStored _,
                    PeerEvent.TransferStarted _,
                    PeerEvent.TransferDone _,
                    PeerEvent.TransferFailed _,
                    ProcessEvent _ ->
                    false;
        };
    }
}
