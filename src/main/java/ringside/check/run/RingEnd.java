package ringside.check.run;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.check.Deadline;
import ringside.check.RingReport.Claim;
import ringside.ring.PeerId;
import ringside.rules.CheckName;

/**
 * How a ring stood when its check ended.
 *
 * @param living the peers that should live
 * @param claims what they said last about their successors
 * @param intervalMicros how often the program pinged; the longest that is waited for if it is not
 *     known
 * @param latenessMs the longest time that the check's own clock was late
 */
public record RingEnd(
        List<PeerId> living, List<Claim> claims, long intervalMicros, long latenessMs) {

    /** A check whose limit is this many times the lateness, or less, cannot tell. */
    private static final int SHARE = 10;

    /** Copies the lists. */
    public RingEnd {
        living = List.copyOf(living);
        claims = List.copyOf(claims);
    }

    /** Returns whether this machine was too busy for a check to tell (PROGRAMS 5.5). */
    boolean isTooLateFor(CheckName check) {
        long latenessMicros = TimeUnit.MILLISECONDS.toMicros(latenessMs);
        return latenessMicros * SHARE > Deadline.limitOf(check, intervalMicros);
    }
}
