package ringside.check.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.check.Observation;

/** What was seen of one ring, in its order. May be used from any thread. */
final class ObservationLog {

    /** Lines and datagrams of a program that floods are counted no further. */
    private static final int MOST = 400_000;

    private final List<Observation> seen = new ArrayList<>();

    synchronized void add(Observation observation) {
        if (seen.size() < MOST) {
            seen.add(observation);
        }
        notifyAll();
    }

    synchronized int size() {
        return seen.size();
    }

    synchronized List<Observation> all() {
        return List.copyOf(seen);
    }

    /** Waits until more has been seen than a number of observations, or the time is up. */
    synchronized void awaitMore(int than, long atMostMs) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMs);
        long leftNanos = endNanos - System.nanoTime();
        while (seen.size() <= than && leftNanos > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
            leftNanos = endNanos - System.nanoTime();
        }
    }

    /** Returns the present, in microseconds since the epoch. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
