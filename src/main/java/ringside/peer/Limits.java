package ringside.peer;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** Range checks common to all messages; values out of range cannot come from a Ringside peer. */
final class Limits {

    private Limits() {}

    static List<PeerId> listOfPeers(List<PeerId> peers) {
        if (peers.size() > PeerSettings.MAX_SUCCESSORS) {
            throw new IllegalArgumentException("more neighbours than a peer may list");
        }
        return List.copyOf(peers);
    }

    static void requireId(long id) {
        if (id < 0 || id > Message.MAX_ID) {
            throw new IllegalArgumentException("id out of range");
        }
    }

    static void requireNumber(long number, String name) {
        if (number < 0 || number > Message.MAX_NUMBER) {
            throw new IllegalArgumentException(name + " out of range");
        }
    }
}
