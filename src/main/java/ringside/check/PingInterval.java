package ringside.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import ringside.check.Observation.Said;
import ringside.ring.PeerId;
import ringside.rules.SentenceKind;

/** How often a program pings: programs of the assignment do so every 1 to 30 seconds. */
public final class PingInterval {

    /** The longest that is waited for. */
    public static final long LONGEST_MICROS = 30_000_000;

    private PingInterval() {}

    /**
     * Returns the median time between two pings of one peer to another, at most the longest that is
     * waited for; microseconds. Empty before there are two.
     */
    public static OptionalLong of(List<Observation> seen) {
        Map<List<PeerId>, Long> last = new HashMap<>();
        List<Long> gaps = new ArrayList<>();
        for (Observation each : seen) {
            if (each instanceof Said said && said.sentence().kind() == SentenceKind.PING_REQUEST) {
                List<PeerId> pair = new ArrayList<>(said.sentence().peers());
                pair.add(said.peer());
                Long before = last.put(pair, said.atMicros());
                if (before != null) {
                    gaps.add(said.atMicros() - before);
                }
            }
        }
        return gaps.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.min(
                                gaps.stream().sorted().toList().get(gaps.size() / 2),
                                LONGEST_MICROS));
    }
}
