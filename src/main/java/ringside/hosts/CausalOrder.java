package ringside.hosts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/**
 * Puts events of several hosts into an order, and at times, in which no effect stands before its
 * cause (SPEC 13.5): estimated clocks alone are not good enough for messages that are faster than
 * the estimate is right. An effect waits until its cause has been told, at most {@link
 * #PATIENCE_NANOS}, and gets a later time than the cause if its own is not (a controlled logical
 * clock; Rabenseifner 1997). The events of one peer keep their order. Thread-safe; receivers are
 * called one at a time.
 */
final class CausalOrder {

    /** Longer than a pipe is behind another one on a busy machine; a user hardly waits. */
    static final long PATIENCE_NANOS = 1_000_000_000;

    /** Causes that are remembered: those of some seconds, when all segments are told. */
    private static final int MOST_CAUSES = 1 << 16;

    private record Waiting(StatusEntry entry, long untilNanos, Consumer<StatusEntry> receiver) {}

    private final LongSupplier nanos;
    private final Map<Cause, Long> toldMicros = new LinkedHashMap<>();
    private final Map<Cause, PeerId> awaited = new HashMap<>();
    private final Map<PeerId, Deque<Waiting>> waiting = new HashMap<>();
    private final Map<PeerId, Long> lastMicros = new HashMap<>();
    private final Set<PeerId> capturing = new HashSet<>();

    /** Creates an order of nothing yet, with a monotonic clock in nanoseconds. */
    CausalOrder(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Passes an event on, at once or when its cause has been told, with the right time.
     *
     * @param entry with a time of this machine's clock, as good as that is known
     */
    synchronized void add(StatusEntry entry, Consumer<StatusEntry> receiver) {
        long until = nanos.getAsLong() + PATIENCE_NANOS;
        waiting.computeIfAbsent(entry.peer(), _ -> new ArrayDeque<>())
                .add(new Waiting(entry, until, receiver));
        passOn(entry.peer());
    }

    /** Passes on what has waited long enough; to be called some times a second. */
    synchronized void tick() {
        List.copyOf(waiting.keySet()).forEach(this::passOn);
    }

    /** Passes on what waits of these peers, since nothing more comes of them. */
    synchronized void end(List<PeerId> peers) {
        for (PeerId peer : peers) {
            Deque<Waiting> left = waiting.remove(peer);
            if (left != null) {
                left.forEach(this::tell);
            }
        }
    }

    /** Passes on what is due of a peer, and of those that waited for what it told. */
    private void passOn(PeerId first) {
        Deque<PeerId> looks = new ArrayDeque<>(List.of(first));
        while (!looks.isEmpty()) {
            PeerId peer = looks.element();
            Deque<Waiting> queue = waiting.get(peer);
            if (queue == null || !isDue(queue.element())) {
                looks.remove();
            } else {
                Waiting next = queue.remove();
                if (queue.isEmpty()) {
                    waiting.remove(peer);
                }
                tell(next);
                Cause.in(next.entry()).map(awaited::remove).ifPresent(looks::add);
            }
        }
    }

    private boolean isDue(Waiting next) {
        Optional<Cause> cause = Cause.of(next.entry()).filter(each -> willBeTold(each, next));
        if (cause.isEmpty()) {
            return true;
        }
        if (toldMicros.containsKey(cause.get()) || nanos.getAsLong() >= next.untilNanos()) {
            awaited.remove(cause.get());
            return true;
        }
        awaited.put(cause.get(), next.entry().peer());
        return false;
    }

    /** A captured message is not told by a sender that does not capture, or that is not known. */
    private boolean willBeTold(Cause cause, Waiting effect) {
        return !(cause instanceof Cause.Captured)
                || (effect.entry().event() instanceof WireEvent.MessageCaptured message
                        && senderOf(message, effect.entry().peer())
                                .filter(capturing::contains)
                                .isPresent());
    }

    /** Datagrams come from the port of the peer itself, which is as far from its id as ours. */
    private static Optional<PeerId> senderOf(WireEvent.MessageCaptured message, PeerId receiver) {
        int sender = message.otherPort() - message.port() + receiver.value();
        return message.transport() == WireEvent.Transport.UDP
                        && sender >= 0
                        && sender < Circle.IDS_OF_PROCESSES
                ? Optional.of(new PeerId(sender))
                : Optional.empty();
    }

    private void tell(Waiting next) {
        StatusEntry entry = next.entry();
        PeerId peer = entry.peer();
        long afterOwn = lastMicros.getOrDefault(peer, Long.MIN_VALUE);
        long afterCause =
                Cause.of(entry).map(toldMicros::get).map(micros -> micros + 1).orElse(afterOwn);
        long atMicros = Math.max(entry.atMicros(), Math.max(afterOwn, afterCause));
        lastMicros.put(peer, atMicros);
        note(entry);
        next.receiver().accept(new StatusEntry(atMicros, peer, entry.event()));
        Cause.in(entry).ifPresent(cause -> remember(cause, atMicros));
    }

    /** A peer that begins anew has not left any more, and captures when it says so. */
    private void note(StatusEntry entry) {
        PeerId peer = entry.peer();
        if (entry.event() instanceof LifeEvent.Hello) {
            toldMicros.remove(new Cause.Departure(peer));
            capturing.remove(peer);
        } else if (entry.event() instanceof WireEvent.CaptureSwitched now) {
            var _ = now.on() ? capturing.add(peer) : capturing.remove(peer);
        }
    }

    /** Of two that look the same, such as a message that is sent again, the first one counts. */
    private void remember(Cause cause, long atMicros) {
        toldMicros.putIfAbsent(cause, atMicros);
        if (toldMicros.size() > MOST_CAUSES) {
            toldMicros.remove(toldMicros.keySet().iterator().next());
        }
    }
}
