package ringside.check.run;

import java.util.List;
import ringside.check.RingReport.Claim;
import ringside.ring.PeerId;

/**
 * How a ring stood when its check ended.
 *
 * @param living the peers that should live
 * @param claims what they said last about their successors
 * @param latenessMs the longest time that the check's own clock was late
 */
public record RingEnd(List<PeerId> living, List<Claim> claims, long latenessMs) {

    /** Copies the lists. */
    public RingEnd {
        living = List.copyOf(living);
        claims = List.copyOf(claims);
    }
}
