package ringside.check.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ringside.check.Observation;
import ringside.check.Observation.Printed;
import ringside.check.run.PrintedTail.Late;
import ringside.ring.PeerId;

/**
 * What was seen of one ring, in its order. Of the lines of a peer, the first and the last are kept
 * (PROGRAMS 5.9). May be used from any thread.
 */
final class ObservationLog {

    /** What a program that floods says, and the datagrams that it sends, are counted no further. */
    private static final int MOST = 400_000;

    private final List<Observation> seen = new ArrayList<>();
    private final Map<PeerId, PrintedTail> tails = new HashMap<>();
    private long added;

    synchronized void add(Observation observation) {
        added++;
        if (observation instanceof Printed printed) {
            boolean isEarly =
                    tails.computeIfAbsent(printed.peer(), _ -> new PrintedTail())
                            .isEarly(printed, added, seen.size());
            if (isEarly) {
                seen.add(PrintedTail.cut(printed));
            }
        } else if (seen.size() < MOST) {
            seen.add(observation);
        }
        notifyAll();
    }

    /** Returns how much has been seen, though it may not all have been kept. */
    synchronized long size() {
        return added;
    }

    synchronized List<Observation> all() {
        List<Late> late =
                tails.values().stream()
                        .flatMap(PrintedTail::lines)
                        .sorted(Comparator.comparingLong(Late::number))
                        .toList();
        List<Observation> all = new ArrayList<>(seen.size() + late.size());
        int from = 0;
        for (Late each : late) {
            all.addAll(seen.subList(from, each.behind()));
            all.add(each.printed());
            from = each.behind();
        }
        all.addAll(seen.subList(from, seen.size()));
        return List.copyOf(all);
    }

    /** Waits until more has been seen than a number of observations, or the time is up. */
    synchronized void awaitMore(long than, long atMostMs) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMs);
        long leftNanos = endNanos - System.nanoTime();
        while (added <= than && leftNanos > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
            leftNanos = endNanos - System.nanoTime();
        }
    }

    /** Returns the present, in microseconds since the epoch. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
