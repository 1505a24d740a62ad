package ringside.peer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * Says to whom this peer passes what looks for the owner of a hash (SPEC 3.2): to its first
 * successor, or with shortcuts to the closest peer before the hash that it knows (SPEC 3.6).
 */
final class NextHops {

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Tombstones tombstones;
    private final ShortcutTable table;

    NextHops(
            PeerContext context,
            Neighbourhood neighbourhood,
            Tombstones tombstones,
            ShortcutTable table) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.tombstones = tombstones;
        this.table = table;
    }

    /** Returns the first peer to try; null for a peer that is alone. */
    @Nullable PeerId first(PeerId hash) {
        return closestBefore(hash, List.of()).orElse(neighbourhood.firstSuccessor());
    }

    /**
     * Returns the peer to try after others.
     *
     * @param silent those that were tried and did not answer, the latest last; at least one
     */
    @Nullable PeerId next(PeerId hash, List<PeerId> silent) {
        return closestBefore(hash, silent).orElse(successorBeyond(silent));
    }

    /** Returns the successor to try after others, whatever the hash. */
    @Nullable PeerId successorBeyond(List<PeerId> silent) {
        PeerId passed = silent.getLast();
        return neighbourhood.successors().stream()
                .filter(peer -> context.self.isNearer(passed, peer) && !silent.contains(peer))
                .findFirst()
                .orElse(null);
    }

    private Optional<PeerId> closestBefore(PeerId hash, List<PeerId> silent) {
        if (!context.settings().shortcuts()) {
            return Optional.empty();
        }
        return Stream.concat(table.peers().stream(), neighbourhood.successors().stream())
                .filter(peer -> peer.isBetween(context.self, hash))
                .filter(peer -> !silent.contains(peer) && !tombstones.holds(peer))
                .max(context.self.nearestFirst());
    }
}
