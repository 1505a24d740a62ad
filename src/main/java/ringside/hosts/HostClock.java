package ringside.hosts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;

/**
 * How far the clock of a host is ahead of this machine's, estimated from questions that carry four
 * time stamps (SPEC 13.5; RFC 5905, section 8). Of the last {@value #KEPT} answers the one with the
 * shortest way there and back counts, since its ways differ the least. All times are microseconds
 * since the epoch. Thread-safe.
 */
final class HostClock {

    /** A minute of answers: a clock drifts by less than 6 ms meanwhile. */
    static final int KEPT = 60;

    /** Returns the time of this machine's clock. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private record Sample(long aheadMicros, long roundTripMicros) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private Sample best = new Sample(0, Long.MAX_VALUE);

    /**
     * Takes an answer.
     *
     * @param asked when this machine asked, by its clock
     * @param received when the host received the question, by the host's clock
     * @param answered when the host answered, by the host's clock
     * @param arrived when the answer arrived, by this machine's clock
     */
    synchronized void add(long asked, long received, long answered, long arrived) {
        long roundTrip = Math.max(0, arrived - asked - (answered - received));
        long ahead = Math.floorDiv(received - asked + (answered - arrived), 2);
        samples.add(new Sample(ahead, roundTrip));
        if (samples.size() > KEPT) {
            samples.remove();
        }
        best = new Sample(ahead, Long.MAX_VALUE);
        for (Sample each : samples) {
            if (each.roundTripMicros() < best.roundTripMicros()) {
                best = each;
            }
        }
    }

    /** Returns a time of the host's clock by the clock of this machine. */
    synchronized long toOurs(long theirs) {
        return theirs - best.aheadMicros();
    }

    /** Returns how far the estimate may be wrong: half the way there and back. */
    synchronized long uncertaintyMicros() {
        return best.roundTripMicros() / 2;
    }
}
