package ringside.app.window;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The planned and the reported events of a scripted ring; draining it advances the time. */
final class ScriptedEvents {

    private final LongSupplier clock;
    private final PriorityQueue<Planned> plan = new PriorityQueue<>();
    private final Queue<StatusEntry> told = new ArrayDeque<>();
    private long now;
    private long planned;

    private record Planned(long at, long order, Runnable what) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    /** Takes a clock of microseconds since the epoch. */
    ScriptedEvents(LongSupplier clock) {
        this.clock = clock;
        this.now = clock.getAsLong();
    }

    void tell(PeerId id, StatusEvent event) {
        told.add(new StatusEntry(now, id, event));
    }

    void plan(long inMicros, Runnable what) {
        plan.add(new Planned(now + inMicros, planned++, what));
    }

    /** Sets the time of the next reports to the present. */
    void catchUp() {
        now = clock.getAsLong();
    }

    int drain(Consumer<StatusEntry> receiver, int most) {
        long until = clock.getAsLong();
        while (!plan.isEmpty() && plan.peek().at() <= until) {
            Planned next = plan.remove();
            now = next.at();
            next.what().run();
        }
        now = until;
        int count = 0;
        while (count < most && !told.isEmpty()) {
            receiver.accept(told.remove());
            count++;
        }
        return count;
    }
}
