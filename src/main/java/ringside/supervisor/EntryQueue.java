package ringside.supervisor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * What has happened and was not yet looked at, in the order of its coming. Any thread may call.
 */
final class EntryQueue {

    /**
     * How many entries of peers wait at most: a minute of a busy ring. When nobody looks for longer
     * the peers' own queues fill, and they leave out what is least important (SPEC 9.2).
     */
    static final int CAPACITY = 100_000;

    private final ConcurrentLinkedQueue<StatusEntry> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(CAPACITY);

    /** Adds what a peer reports; waits while the queue is full. */
    void addReport(StatusEntry entry) {
        free.acquireUninterruptibly();
        waiting.add(entry);
    }

    /** Adds what the supervisor itself tells, now; these are few and never wait. */
    void addProcessEvent(PeerId peer, ProcessEvent event) {
        long atMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        waiting.add(new StatusEntry(atMicros, peer, event));
    }

    /** As {@link RingControl#drain}. */
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
}
