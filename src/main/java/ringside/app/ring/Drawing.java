package ringside.app.ring;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;

/**
 * All that one frame of the ring is drawn from.
 *
 * @param nowMicros the time that is shown, in microseconds since the epoch
 * @param shown the peers that are drawn: the living, and the dead of the last minute
 * @param selected the selected peer, or null
 * @param hovered the peer under the pointer, or null
 */
record Drawing(
        RingState state,
        long nowMicros,
        RingGeometry geometry,
        Places places,
        List<PeerState> shown,
        @Nullable PeerId selected,
        @Nullable PeerId hovered) {

    /** Beyond so many peers only the numbers that somebody looks at are written at the dots. */
    static final int MOST_PEERS_WITH_NUMBERED_DOTS = 24;

    /** Radius of a living peer's disc, in pixels. */
    double peerRadius() {
        return geometry.peerRadius();
    }

    /** Where a peer is drawn. */
    Point2D point(PeerId id) {
        return geometry.at(places.turnOf(id), geometry.radius());
    }

    /** The state of a peer that is drawn. */
    Optional<PeerState> shown(PeerId id) {
        return places.isPlaced(id) ? state.peer(id) : Optional.empty();
    }

    private boolean isAlive(PeerId id) {
        return state.peer(id).filter(peer -> peer.phase().isAlive()).isPresent();
    }

    /**
     * Whether a peer is the hovered one, or nobody is hovered; a dead one has no edges to light,
     * and what its death leads to is to be seen.
     */
    boolean isLit(PeerId id) {
        return hovered == null || hovered.equals(id) || !isAlive(hovered);
    }

    boolean isSelected(PeerId id) {
        return id.equals(selected);
    }

    /** The radius in which a peer is drawn: a dead one shrinks. */
    double radiusOf(PeerId id) {
        return shown(id).filter(peer -> peer.phase().isAlive()).isPresent()
                ? peerRadius()
                : peerRadius() * PeerNode.DEAD_SIZE;
    }

    /** Whether the dots of a peer carry their sequence numbers. */
    boolean numbersDots(PeerId id) {
        return shown.size() <= MOST_PEERS_WITH_NUMBERED_DOTS
                || isSelected(id)
                || id.equals(hovered);
    }
}
