package ringside.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** By the exponent of the distance, 0 to the bits of the circle - 1. */
    private @Nullable PeerId[] peers = {};

    private @Nullable PeerId[] reported = {};

    ShortcutTable(PeerContext context) {
        this.context = context;
    }

    /** Returns the id that lies 2 to the power of this exponent beyond this peer. */
    PeerId start(int exponent) {
        return context.self.plus(1L << exponent);
    }

    /**
     * Returns the number of starts at or before another peer: they are those with the smallest
     * exponents.
     */
    int startsUpTo(PeerId peer) {
        return Long.SIZE - Long.numberOfLeadingZeros(context.self.clockwiseTo(peer));
    }

    /** Returns the number of exponents: the bits of the circle. */
    int size() {
        return context.self.circle().bits();
    }

    @Nullable PeerId get(int exponent) {
        return exponent < peers.length ? peers[exponent] : null;
    }

    void put(int exponent, PeerId peer) {
        if (peers.length == 0) {
            peers = new @Nullable PeerId[size()];
        }
        peers[exponent] = peer;
    }

    void remove(int exponent) {
        if (exponent < peers.length) {
            peers[exponent] = null;
        }
    }

    /** Removes a peer wherever it stands, and reports that at once. */
    void drop(PeerId peer) {
        for (int exponent = 0; exponent < peers.length; exponent++) {
            if (peer.equals(peers[exponent])) {
                peers[exponent] = null;
            }
        }
        reportIfChanged();
    }

    void clear() {
        peers = new @Nullable PeerId[0];
    }

    void reportIfChanged() {
        if (isReported()) {
            return;
        }
        reported = peers.clone();
        List<Shortcut> now = new ArrayList<>();
        for (int exponent = 0; exponent < peers.length; exponent++) {
            PeerId peer = peers[exponent];
            if (peer != null) {
                now.add(new Shortcut(start(exponent), peer));
            }
        }
        context.report(new NeighbourEvent.ShortcutsChanged(now));
    }

    /** Returns whether what was last reported holds still; at first, that there are none. */
    private boolean isReported() {
        return peers.length == reported.length
                ? Arrays.equals(peers, reported)
                : isEmpty(peers) && isEmpty(reported);
    }

    private static boolean isEmpty(@Nullable PeerId[] some) {
        return Arrays.stream(some).allMatch(peer -> peer == null);
    }
}
