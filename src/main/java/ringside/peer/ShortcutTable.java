package ringside.peer;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.Shortcut;

/**
 * What this peer knows of the peers farther round the circle: for each power of two, the first
 * living peer at or after that distance, the 'finger table' of the literature (SPEC 3.6). Nothing
 * here has to be right.
 */
final class ShortcutTable {

    private final PeerContext context;

    /**
     * By the exponent of the distance, 0 to the bits of the circle - 1; what is unknown is left.
     */
    private final TreeMap<Integer, PeerId> peers = new TreeMap<>();

    private List<Shortcut> reported = List.of();

    ShortcutTable(PeerContext context) {
        this.context = context;
    }

    /** Returns the id that lies 2 to the power of this exponent beyond this peer. */
    PeerId start(int exponent) {
        return context.self.plus(1L << exponent);
    }

    @Nullable PeerId get(int exponent) {
        return peers.get(exponent);
    }

    Collection<PeerId> peers() {
        return peers.values();
    }

    void put(int exponent, PeerId peer) {
        peers.put(exponent, peer);
    }

    void remove(int exponent) {
        peers.remove(exponent);
    }

    /** Removes a peer wherever it stands, and reports that at once. */
    void drop(PeerId peer) {
        if (peers.values().removeIf(peer::equals)) {
            reportIfChanged();
        }
    }

    void clear() {
        peers.clear();
    }

    void reportIfChanged() {
        List<Shortcut> now =
                peers.entrySet().stream()
                        .map(entry -> new Shortcut(start(entry.getKey()), entry.getValue()))
                        .toList();
        if (!now.equals(reported)) {
            reported = now;
            context.report(new NeighbourEvent.ShortcutsChanged(now));
        }
    }
}
