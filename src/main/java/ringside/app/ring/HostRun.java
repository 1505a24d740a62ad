package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import ringside.model.HostState;
import ringside.model.Hosts;
import ringside.model.PeerState;
import ringside.ring.PeerId;

/**
 * Peers of one host that stand side by side on the circle.
 *
 * @param before the peer that is drawn before them
 * @param peers clockwise, at least one
 * @param after the peer that is drawn after them
 */
record HostRun(HostState host, PeerId before, List<PeerId> peers, PeerId after) {

    HostRun {
        peers = List.copyOf(peers);
    }

    /**
     * Returns the runs of a ring, clockwise; none where all its peers run on one host.
     *
     * @param shown the peers that are drawn, by id
     */
    static List<HostRun> of(List<PeerState> shown, Hosts hosts) {
        if (!hosts.areSeveral() || shown.isEmpty()) {
            return List.of();
        }
        List<HostRun> runs = new ArrayList<>();
        int first = firstOfARun(shown);
        List<PeerId> run = new ArrayList<>();
        PeerId before = shown.get(Math.floorMod(first - 1, shown.size())).id();
        for (int i = 0; i < shown.size(); i++) {
            PeerState peer = shown.get((first + i) % shown.size());
            PeerState next = shown.get((first + i + 1) % shown.size());
            run.add(peer.id());
            if (i == shown.size() - 1 || !isOnSameHost(peer, next)) {
                HostRun ended =
                        new HostRun(
                                hosts.get(peer.process().host()).orElseThrow(),
                                before,
                                run,
                                next.id());
                runs.add(ended);
                before = peer.id();
                run.clear();
            }
        }
        return runs;
    }

    private static int firstOfARun(List<PeerState> shown) {
        for (int i = 0; i < shown.size(); i++) {
            PeerState before = shown.get(Math.floorMod(i - 1, shown.size()));
            if (!isOnSameHost(before, shown.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isOnSameHost(PeerState one, PeerState other) {
        return one.process().host().equals(other.process().host());
    }
}
