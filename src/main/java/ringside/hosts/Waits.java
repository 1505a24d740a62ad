package ringside.hosts;

import java.util.LinkedHashMap;

/**
 * How long those must wait that have shown a wrong code (SPEC 13.7): a second, and twice as long
 * each time, up to a minute. Each waits by itself, so that nobody can keep others out. Confined to
 * one lock of its owner.
 *
 * @param <K> by what they are told apart
 */
final class Waits<K> {

    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long LONGEST_NANOS = 60 * FIRST_NANOS;

    /** Those that are remembered; the one that failed first is forgotten for the next. */
    static final int MOST = 1_024;

    private record Wait(long nanos, long untilNanos) {}

    private final LinkedHashMap<K, Wait> waits = new LinkedHashMap<>();

    /** Returns whether one must still wait. */
    boolean mustWait(K who, long nowNanos) {
        Wait wait = waits.get(who);
        return wait != null && nowNanos - wait.untilNanos() < 0;
    }

    void failed(K who, long nowNanos) {
        Wait before = waits.remove(who);
        long nanos = before == null ? FIRST_NANOS : Math.min(2 * before.nanos(), LONGEST_NANOS);
        if (waits.size() >= MOST) {
            waits.pollFirstEntry();
        }
        waits.put(who, new Wait(nanos, nowNanos + nanos));
    }

    void succeeded(K who) {
        waits.remove(who);
    }
}
