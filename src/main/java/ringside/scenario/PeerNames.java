package ringside.scenario;

import java.util.List;
import java.util.stream.Collectors;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** Names peers in what a scenario prints: of very many the first, and how many more there are. */
final class PeerNames {

    /** Most peers named one by one: all of a ring of processes. */
    private static final int MOST = 256;

    /** Peers named of more than that. */
    private static final int FIRST = 8;

    private PeerNames() {}

    /** Returns how many of so many are named, or told of. */
    static int shownOf(int count) {
        return count > MOST ? FIRST : count;
    }

    static String of(List<PeerId> peers) {
        int named = shownOf(peers.size());
        String names =
                peers.stream().limit(named).map(PeerId::toString).collect(Collectors.joining(" "));
        int more = peers.size() - named;
        return more > 0 ? Messages.SCENARIO.format("peers.andMore", names, more) : names;
    }
}
