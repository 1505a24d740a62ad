package ringside.check.run;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.check.Deadline;
import ringside.check.RingReport.Claim;
import ringside.check.Scene;
import ringside.ring.PeerId;
import ringside.rules.CheckName;

/**
 * How a ring stood when its check ended.
 *
 * @param living the peers that should live
 * @param claims what they said last about their successors
 * @param intervalMicros how often the program pinged; the longest that is waited for if it is not
 *     known
 * @param late how late the check's own clock was at worst while each scene was played
 */
public record RingEnd(
        List<PeerId> living, List<Claim> claims, long intervalMicros, List<SceneLateness> late) {

    /** A check whose limit is this many times the lateness, or less, cannot tell. */
    private static final int SHARE = 10;

    /** Copies the lists. */
    public RingEnd {
        living = List.copyOf(living);
        claims = List.copyOf(claims);
        late = List.copyOf(late);
    }

    /**
     * How late this machine was during a scene.
     *
     * @param ms the longest time, in milliseconds
     */
    public record SceneLateness(Scene scene, long ms) {}

    /** Returns whether this machine was too busy for a check to tell (PROGRAMS 5.5). */
    boolean isTooLateFor(CheckName check) {
        long limitMicros = Deadline.limitOf(check, intervalMicros);
        return late.stream()
                .filter(lateness -> lateness.scene() == Scene.of(check))
                .anyMatch(lateness ->
                        TimeUnit.MILLISECONDS.toMicros(lateness.ms()) * SHARE > limitMicros);
    }
}
