package ringside.peer;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;

/**
 * Pings the first and second successor, counts misses, and declares deaths (SPEC 2). Others handle
 * the consequences of a death.
 */
final class Pings {

    /** Longest time to wait for a reply (SPEC 2.3). */
    private static final long LONGEST_WAIT_MS = 500;

    /**
     * Grace period after the start in which a configured successor that was never heard from is not
     * declared dead (SPEC 2.3): the peers of a ring are started one after the other.
     */
    private static final long START_GRACE_MICROS = 10_000 * PeerContext.MICROS_PER_MS;

    /** Marks a target that has not answered yet. */
    private static final long NONE = -1;

    private final PeerContext context;
    private final Consumer<PeerId> onDeath;
    private final TreeMap<PeerId, Target> targets = new TreeMap<>();
    private Set<PeerId> mayStillBeStarting = Collections.emptySet();
    private long startedAt;
    private long tokens;

    Pings(PeerContext context, Consumer<PeerId> onDeath) {
        this.context = context;
        this.onDeath = onDeath;
    }

    /** Returns the reply time-out of a ping: min(interval, 500 ms) (SPEC 2.3). */
    static long missTimeoutMs(PeerSettings settings) {
        return Math.min(settings.pingIntervalMs(), LONGEST_WAIT_MS);
    }

    /** Records the configured successors, which may come up later than this peer (SPEC 2.3). */
    void start(List<PeerId> given) {
        startedAt = context.now();
        mayStillBeStarting = new TreeSet<>(given);
    }

    /** Ends the grace period of a peer that was heard from. */
    void heardFrom(PeerId peer) {
        mayStillBeStarting.remove(peer);
    }

    /**
     * Replaces the targets. One that stays keeps its sequence numbers; one whose role changes is
     * pinged at once, so that it learns of its predecessor.
     */
    void aim(@Nullable PeerId first, @Nullable PeerId second) {
        targets.keySet().removeIf(peer -> !peer.equals(first) && !peer.equals(second));
        aim(first, SuccessorRole.FIRST);
        aim(second, SuccessorRole.SECOND);
    }

    /** Sets the targets of a peer that has long pinged them, and pings them after a while. */
    void resume(@Nullable PeerId first, @Nullable PeerId second, long delayMicros) {
        resume(first, SuccessorRole.FIRST, delayMicros);
        resume(second, SuccessorRole.SECOND, delayMicros);
    }

    private void resume(@Nullable PeerId peer, SuccessorRole role, long delayMicros) {
        if (peer != null) {
            Target target = new Target(peer);
            targets.put(peer, target);
            target.role = role;
            target.token = ++tokens;
            target.dueAt = context.now() + delayMicros;
            context.callLater(new Timer.PingDue(peer, target.token), delayMicros);
        }
    }

    private void aim(@Nullable PeerId peer, SuccessorRole role) {
        if (peer == null) {
            return;
        }
        Target target = targets.computeIfAbsent(peer, Target::new);
        if (target.role != role) {
            target.role = role;
            pingNow(target);
        }
    }

    /** Pings every target now, with the new interval from now on. */
    void restart() {
        targets.values().forEach(this::pingNow);
    }

    void stop() {
        targets.clear();
    }

    /** Returns whether this target has missed a ping and is not dead yet. */
    boolean suspects(PeerId peer) {
        Target target = targets.get(peer);
        return target != null && target.missed > 0;
    }

    /** Returns whether this peer is pinged and has answered its last ping. */
    boolean isAnsweredBy(PeerId peer) {
        Target target = targets.get(peer);
        return target != null && target.missed == 0 && target.answered != NONE;
    }

    boolean aimsAt(PeerId peer) {
        return targets.containsKey(peer);
    }

    void onDue(Timer.PingDue due) {
        Target target = targets.get(due.target());
        if (target != null && target.token == due.token()) {
            ping(target);
        }
    }

    void onOverdue(Timer.PingOverdue overdue) {
        Target target = targets.get(overdue.target());
        if (target == null
                || target.token != overdue.token()
                || target.answered >= overdue.sequence()) {
            return;
        }
        target.missed++;
        if (target.missed == 1) {
            context.report(new NeighbourEvent.PeerSuspected(target.peer));
        }
        int limit = context.settings().misses();
        context.report(
                new NeighbourEvent.PingMissed(
                        target.peer, overdue.sequence(), target.missed, limit));
        if (target.missed >= limit && !mayStillBeStarting(target.peer)) {
            targets.remove(target.peer);
            context.report(new NeighbourEvent.PeerDead(target.peer, target.missed));
            onDeath.accept(target.peer);
        }
    }

    /** Handles a reply; a late one counts as a sign of life too. */
    void onReply(PeerId from, Datagram.PingReply reply) {
        Target target = targets.get(from);
        if (target == null || reply.sequence() >= target.nextSequence) {
            return;
        }
        if (reply.sequence() == target.nextSequence - 1) {
            context.report(
                    new NeighbourEvent.PingAnswered(
                            from, reply.sequence(), context.now() - target.sentAt));
            context.callOff(new Timer.PingOverdue(from, target.token, reply.sequence()));
        }
        target.answered = Math.max(target.answered, reply.sequence());
        if (target.missed > 0) {
            context.report(new NeighbourEvent.PeerTrusted(from, target.missed));
            target.missed = 0;
        }
    }

    private boolean mayStillBeStarting(PeerId peer) {
        return mayStillBeStarting.contains(peer) && context.now() < startedAt + START_GRACE_MICROS;
    }

    private void pingNow(Target target) {
        target.token = ++tokens;
        target.dueAt = context.now();
        ping(target);
    }

    private void ping(Target target) {
        long sequence = target.nextSequence++;
        target.sentAt = context.now();
        context.send(target.peer, new Datagram.Ping(target.role(), sequence));
        context.report(new NeighbourEvent.PingSent(target.peer, sequence, target.role()));
        context.callLaterMs(
                new Timer.PingOverdue(target.peer, target.token, sequence),
                missTimeoutMs(context.settings()));
        context.callLater(new Timer.PingDue(target.peer, target.token), target.nextDelay(context));
    }

    private static final class Target {
        final PeerId peer;
        @Nullable SuccessorRole role;
        long token;
        long nextSequence;

        /**
         * The highest answered sequence number. A flag for the latest ping would not do: with an
         * interval of at most 500 ms, the next ping is sent just as the last one times out.
         */
        long answered = NONE;

        long sentAt;
        long dueAt;
        int missed;

        Target(PeerId peer) {
            this.peer = peer;
        }

        SuccessorRole role() {
            return Objects.requireNonNull(role, "role of a target");
        }

        /**
         * Returns the microseconds to the next ping: one interval after this one was due, so that a
         * slow loop does not stretch the interval, but without a burst to catch up after a pause.
         */
        long nextDelay(PeerContext context) {
            long interval = context.settings().pingIntervalMs() * PeerContext.MICROS_PER_MS;
            dueAt = Math.max(dueAt + interval, context.now() + interval / 2);
            return dueAt - context.now();
        }
    }
}
