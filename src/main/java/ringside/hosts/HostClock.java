package ringside.hosts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;

/**
 * How far the clock of a host is ahead of this machine's, estimated from questions that carry four
 * time stamps (SPEC 13.5; RFC 5905, section 8). Of the last {@value #KEPT} answers the one with the
 * shortest way there and back counts, since its ways differ the least. All times are microseconds
 * since the epoch. Thread-safe.
 */
final class HostClock {

    /** A minute of answers: a clock drifts by less than 6 ms meanwhile. */
    static final int KEPT = 60;

    /** The least that is told: below, threads that wait for a processor make the difference. */
    private static final long LEAST_UNCERTAINTY_MICROS = 10;

    /** Returns the time of this machine's clock. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private record Sample(long aheadMicros, long roundTripMicros) {

        static final Sample NONE = new Sample(0, 0);

        long uncertaintyMicros() {
            return (roundTripMicros + 1) / 2;
        }

        /** Returns whether one clock cannot have given both answers, but for its drift. */
        boolean contradicts(Sample other) {
            long apart = Math.abs(aheadMicros - other.aheadMicros);
            return apart > uncertaintyMicros() + other.uncertaintyMicros() + MOST_DRIFT_MICROS;
        }
    }

    /** What a clock may drift while an answer is kept. */
    private static final long MOST_DRIFT_MICROS = 6_000;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private Sample best = Sample.NONE;

    /**
     * Takes an answer. One that contradicts those before replaces them: somebody has set the clock.
     *
     * @param asked when this machine asked, by its clock
     * @param received when the host received the question, by the host's clock
     * @param answered when the host answered, by the host's clock
     * @param arrived when the answer arrived, by this machine's clock
     */
    synchronized void add(long asked, long received, long answered, long arrived) {
        long roundTrip = Math.max(0, arrived - asked - (answered - received));
        long ahead = Math.floorDiv(received - asked + (answered - arrived), 2);
        Sample next = new Sample(ahead, roundTrip);
        if (!samples.isEmpty() && next.contradicts(best)) {
            samples.clear();
        }
        samples.add(next);
        if (samples.size() > KEPT) {
            samples.remove();
        }
        best =
                samples.stream()
                        .min(Comparator.comparingLong(Sample::roundTripMicros))
                        .orElse(Sample.NONE);
    }

    /**
     * Returns a time of the host's clock by the clock of this machine.
     *
     * @param now the latest that it can be, by this machine's clock
     */
    synchronized long toOurs(long theirs, long now) {
        return Math.min(theirs - best.aheadMicros(), now);
    }

    /**
     * Returns how far the estimate may be wrong: half the way there and back, rounded up to 1, 2 or
     * 5 and zeros, and at least {@value #LEAST_UNCERTAINTY_MICROS}.
     */
    synchronized long uncertaintyMicros() {
        long step = LEAST_UNCERTAINTY_MICROS;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * step >= best.uncertaintyMicros()) {
                    return factor * step;
                }
            }
            step *= 10;
        }
    }
}
