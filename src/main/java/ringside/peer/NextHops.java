package ringside.peer;

import java.util.List;
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
        PeerId closest = closestBefore(hash, List.of());
        return closest == null ? neighbourhood.firstSuccessor() : closest;
    }

    /**
     * Returns the peer to try after others.
     *
     * @param silent those that were tried and did not answer, the latest last; at least one
     */
    @Nullable PeerId next(PeerId hash, List<PeerId> silent) {
        PeerId closest = closestBefore(hash, silent);
        return closest == null ? successorBeyond(silent) : closest;
    }

    /** Returns the successor to try after others, whatever the hash. */
    @Nullable PeerId successorBeyond(List<PeerId> silent) {
        PeerId passed = silent.getLast();
        return neighbourhood.successors().stream()
                .filter(peer -> context.self.isNearer(passed, peer) && !silent.contains(peer))
                .findFirst()
                .orElse(null);
    }

    /** Returns the closest known peer before a hash that may live; null when there is none. */
    private @Nullable PeerId closestBefore(PeerId hash, List<PeerId> silent) {
        if (!context.settings().shortcuts()) {
            return null;
        }
        PeerId shortcut = farthestShortcut(hash, silent);
        PeerId successor = farthestSuccessor(hash, silent);
        boolean isShortcutCloser =
                shortcut != null
                        && (successor == null || context.self.isNearer(successor, shortcut));
        return isShortcutCloser ? shortcut : successor;
    }

    /** Tries the farthest first: shortcuts stand in the order of their distances. */
    private @Nullable PeerId farthestShortcut(PeerId hash, List<PeerId> silent) {
        for (int exponent = highest(context.self.idsUpTo(hash)); exponent >= 0; exponent--) {
            PeerId peer = table.get(exponent);
            if (peer != null && isCandidate(peer, hash, silent)) {
                return peer;
            }
        }
        return null;
    }

    /**
     * Returns the largest exponent whose start is not beyond so many ids; -1 when there is none.
     */
    private static int highest(long ids) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(ids);
    }

    private @Nullable PeerId farthestSuccessor(PeerId hash, List<PeerId> silent) {
        for (PeerId peer : neighbourhood.successors().reversed()) {
            if (isCandidate(peer, hash, silent)) {
                return peer;
            }
        }
        return null;
    }

    private boolean isCandidate(PeerId peer, PeerId hash, List<PeerId> silent) {
        return peer.isBetween(context.self, hash)
                && !silent.contains(peer)
                && !tombstones.holds(peer);
    }
}
