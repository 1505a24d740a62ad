package ringside.supervisor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.channel.ReportQueue;
import ringside.ring.PeerId;
import ringside.status.EventSource;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * Distributes the events of a ring: passes them to listeners at once, and queues them until the
 * picture is drawn. A picture that nobody draws never blocks a listener. May be used from any
 * thread.
 */
final class EntryQueue {

    /** Maximum number of peer entries waiting for the picture: a minute of a busy ring. */
    static final int CAPACITY = 100_000;

    private final ConcurrentLinkedQueue<StatusEntry> waiting = new ConcurrentLinkedQueue<>();
    private final List<Consumer<StatusEntry>> listeners = new CopyOnWriteArrayList<>();
    private final Object arrival = new Object();
    private final Map<PeerId, Long> leftOut = new HashMap<>();
    private final Semaphore free;

    /** The last quarter is reserved for entries that the picture cannot do without. */
    private final int reserved;

    EntryQueue() {
        this(CAPACITY);
    }

    /** Creates an empty queue for at most {@code capacity} entries of peers. */
    EntryQueue(int capacity) {
        free = new Semaphore(capacity);
        reserved = capacity / 4;
    }

    /**
     * Adds a listener for every entry from now on. It is called on the thread on which the entry
     * arrives, and must not block; the entry waits for the picture already, unless the queue was so
     * full that a report had to wait: then other entries may have passed it in the picture.
     */
    void listen(Consumer<StatusEntry> listener) {
        listeners.add(listener);
    }

    /**
     * Adds a peer's report. While the picture is far behind, frequent entries are left out of it
     * and counted; once even the reserve is used up, the call blocks.
     */
    void addReport(StatusEntry entry) {
        if (ReportQueue.isFrequent(entry.event()) && free.availablePermits() <= reserved) {
            synchronized (arrival) {
                tell(entry);
                leftOut.merge(entry.peer(), 1L, Long::sum);
            }
        } else if (free.tryAcquire()) {
            synchronized (arrival) {
                addGap(entry);
                waiting.add(entry);
                tell(entry);
            }
        } else {
            synchronized (arrival) {
                tell(entry);
            }
            free.acquireUninterruptibly();
            waiting.add(entry);
        }
    }

    /**
     * Adds an event of the supervisor itself, with the current time; these are few and never block.
     */
    void addProcessEvent(PeerId peer, ProcessEvent event) {
        synchronized (arrival) {
            long atMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            StatusEntry entry = new StatusEntry(atMicros, peer, event);
            waiting.add(entry);
            tell(entry);
        }
    }

    /** See {@link EventSource#drain}. */
    int drain(Consumer<StatusEntry> receiver, int most) {
        int taken = 0;
        while (taken < most) {
            @Nullable StatusEntry entry = waiting.poll();
            if (entry == null) {
                break;
            }
            if (!(entry.event() instanceof ProcessEvent)) {
                free.release();
            }
            receiver.accept(entry);
            taken++;
        }
        return taken;
    }

    private void tell(StatusEntry entry) {
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** Adds the number of a peer's left-out events to the picture, as soon as there is room. */
    private void addGap(StatusEntry next) {
        @Nullable Long count = leftOut.get(next.peer());
        if (count != null && free.tryAcquire()) {
            leftOut.remove(next.peer());
            waiting.add(
                    new StatusEntry(
                            next.atMicros(), next.peer(), new LifeEvent.EventsLeftOut(count)));
        }
    }
}
