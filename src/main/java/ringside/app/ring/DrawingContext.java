package ringside.app.ring;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Motion;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;

/**
 * Everything that one frame of the ring is drawn from.
 *
 * @param nowMicros the time that is shown, in microseconds since the epoch
 * @param motion how much may move
 * @param lens through which the circle is seen
 * @param shown the peers to draw: the living, and those that died in the last minute
 * @param selected the selected peer, or null
 * @param hovered the peer under the pointer, or null
 */
record DrawingContext(
        RingState state,
        long nowMicros,
        Motion motion,
        RingGeometry geometry,
        PeerPositions positions,
        Fisheye lens,
        List<PeerState> shown,
        @Nullable PeerId selected,
        @Nullable PeerId hovered) {

    /** With more peers, only the dots of the selected and the hovered peer have numbers. */
    static final int MOST_PEERS_WITH_NUMBERED_DOTS = 24;

    /** Returns the radius of a living peer's disc without a lens, in pixels. */
    double peerRadius() {
        return geometry.peerRadius();
    }

    /** Returns where an id is drawn, in turns: 0 up to 1. */
    double turnOf(PeerId id) {
        return lens.turnOf(positions.turnOf(id));
    }

    /** Returns the radius of a living peer's disc as it is seen at an id, in pixels. */
    double peerRadiusAt(PeerId id) {
        return geometryAt(id).peerRadius();
    }

    /** Returns the circle with discs as large as they are seen at an id. */
    RingGeometry geometryAt(PeerId id) {
        double growth = lens.growthAt(positions.turnOf(id));
        return growth == 1 ? geometry : geometry.crowdedBy(shown.size() / growth);
    }

    /** Returns the space that the arcs of hosts take outside the discs, in pixels. */
    double hostBand() {
        return state.hosts().areSeveral() ? HostLayer.BAND : 0;
    }

    /** Returns where a peer is drawn. */
    Point2D point(PeerId id) {
        return geometry.pointAt(turnOf(id), geometry.radius());
    }

    /** Returns the edge from a peer to its first successor. */
    RingCurve edge(PeerId from, PeerId to) {
        return RingCurve.firstSuccessor(geometryAt(from), turnOf(from), turnOf(to));
    }

    /** Returns the shortcut from a peer to another one. */
    RingCurve shortcut(PeerId from, PeerId to) {
        return RingCurve.shortcut(geometryAt(from), turnOf(from), turnOf(to));
    }

    /** Returns the way of one hop: a shortcut, or the edge to the first successor. */
    RingCurve hop(PeerId from, PeerId to) {
        boolean isShortcut = state.peer(from).filter(peer -> peer.takesShortcutTo(to)).isPresent();
        return isShortcut ? shortcut(from, to) : edge(from, to);
    }

    boolean isPlaced(PeerId id) {
        return positions.isPlaced(id);
    }

    /** Returns the state of a peer; empty if it is not drawn. */
    Optional<PeerState> shown(PeerId id) {
        return isPlaced(id) ? state.peer(id) : Optional.empty();
    }

    private boolean isAlive(PeerId id) {
        return state.peer(id).filter(peer -> peer.phase().isAlive()).isPresent();
    }

    /**
     * Returns whether the edges of a peer are highlighted: it is hovered, or no living peer is. A
     * dead peer has no edges, and hovering over it must not hide the effects of its death.
     */
    boolean isLit(PeerId id) {
        return hovered == null || hovered.equals(id) || !isAlive(hovered);
    }

    boolean isSelected(PeerId id) {
        return id.equals(selected);
    }

    /** Returns the radius with which a peer is drawn: a dead one is smaller. */
    double radiusOf(PeerId id) {
        return shown(id).filter(peer -> peer.phase().isAlive()).isPresent()
                ? peerRadiusAt(id)
                : peerRadiusAt(id) * PeerNode.DEAD_SIZE;
    }

    /** Returns the boxes that the discs of the peers take. */
    List<Label> discs() {
        return shown.stream().map(peer -> disc(peer.id())).toList();
    }

    private Label disc(PeerId id) {
        Point2D middle = point(id);
        double side = 2 * radiusOf(id);
        return new Label(id.toString(), 0, middle.getX(), middle.getY(), side, side);
    }

    /** Returns whether the dots of a peer have sequence numbers. */
    boolean numbersDots(PeerId id) {
        return shown.size() <= MOST_PEERS_WITH_NUMBERED_DOTS
                || isSelected(id)
                || id.equals(hovered);
    }
}
