package ringside.app.ring;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;

/**
 * The edges of all peers. They change rarely, unlike the dots on them, so the layer is cached as an
 * image and redrawn only when an edge moves.
 */
final class EdgeLayer extends Group {

    /** How long an edge with a new target is marked, in microseconds. */
    private static final long CHANGED_MICROS = 3_000_000;

    private final RingViewModel model;
    private final Map<EdgeKind, Map<PeerId, Edge>> edges = new EnumMap<>(EdgeKind.class);

    /** An edge's node with its target, and since when it has had it. */
    private static final class Edge {
        private final EdgeNode node;
        private @Nullable PeerId target;
        private long sinceMicros;
        private double turn = Double.NaN;

        private Edge(EdgeNode node) {
            this.node = node;
        }
    }

    EdgeLayer(RingViewModel model) {
        this.model = model;
        setMouseTransparent(true);
        setCache(true);
        setCacheHint(CacheHint.SPEED);
        for (EdgeKind kind : EdgeKind.OF_NEIGHBOURS) {
            edges.put(kind, new HashMap<>());
        }
    }

    /** Forgets the earlier targets, as the next frame is of another time. */
    void settle() {
        edges.values().forEach(kind -> kind.values().forEach(edge -> edge.target = null));
    }

    void update(DrawingContext drawing, double seconds) {
        for (EdgeKind kind : EdgeKind.OF_NEIGHBOURS) {
            Map<PeerId, Edge> ofKind = Objects.requireNonNull(edges.get(kind));
            boolean shown = model.shownProperty(kind).get();
            for (PeerState peer : drawing.shown()) {
                draw(kind, ofKind, peer, drawing, shown, seconds);
            }
            ofKind.forEach((id, edge) -> {
                if (!drawing.isPlaced(id)) {
                    edge.node.setVisible(false);
                    edge.target = null;
                }
            });
        }
    }

    private void draw(
            EdgeKind kind,
            Map<PeerId, Edge> ofKind,
            PeerState peer,
            DrawingContext drawing,
            boolean shown,
            double seconds) {
        PeerId target = shown && peer.phase().isAlive() ? target(kind, peer) : null;
        boolean drawn = target != null && !target.equals(peer.id()) && drawing.isPlaced(target);
        Edge edge = ofKind.get(peer.id());
        if (edge == null) {
            if (!drawn) {
                return;
            }
            edge = new Edge(new EdgeNode(kind));
            ofKind.put(peer.id(), edge);
            getChildren().add(edge.node);
        }
        edge.node.setVisible(drawn);
        if (!drawn || target == null) {
            edge.target = null;
            return;
        }
        aim(edge, peer, target, drawing, seconds);
        edge.node.mark(
                isParted(peer, target, drawing.state())
                        ? EdgeNode.Look.BROKEN
                        : look(edge, target, drawing));
        edge.node.setLit(drawing.isLit(peer.id()) || drawing.isLit(target));
        edge.node.place(
                drawing.geometryAt(peer.id()),
                drawing.turnOf(peer.id()),
                edge.turn,
                drawing.radiusOf(peer.id()),
                drawing.radiusOf(target));
    }

    private static boolean isParted(PeerState peer, PeerId target, RingState ring) {
        return ring.peer(target).filter(other -> ring.areParted(peer, other)).isPresent();
    }

    /** Points an edge at its target; to a new target it swings. */
    private static void aim(
            Edge edge, PeerState peer, PeerId target, DrawingContext drawing, double seconds) {
        double to = drawing.turnOf(target);
        if (!target.equals(edge.target)) {
            boolean fresh = edge.target == null || ShownPeers.isFresh(peer, drawing.nowMicros());
            edge.sinceMicros = fresh ? Long.MIN_VALUE / 2 : drawing.nowMicros();
            edge.turn = edge.target == null ? to : edge.turn;
            edge.target = target;
        }
        boolean swinging = drawing.nowMicros() - edge.sinceMicros < CHANGED_MICROS;
        double share = swinging ? 1 - Math.exp(-seconds / 0.15) : 1;
        double off = Turns.nearest(edge.turn, to);
        edge.turn = Math.abs(off) < 1e-4 ? to : Turns.wrap(edge.turn + share * off);
    }

    private static EdgeNode.Look look(Edge edge, PeerId target, DrawingContext drawing) {
        if (!drawing.shown(target).map(PeerState::isResponsive).orElse(false)) {
            return EdgeNode.Look.BROKEN;
        }
        return drawing.nowMicros() - edge.sinceMicros < CHANGED_MICROS
                ? EdgeNode.Look.CHANGED
                : EdgeNode.Look.SETTLED;
    }

    private static @Nullable PeerId target(EdgeKind kind, PeerState peer) {
        return switch (kind) {
            case FIRST_SUCCESSOR -> nth(peer.successors(), 0);
            case SECOND_SUCCESSOR -> nth(peer.successors(), 1);
            case FIRST_PREDECESSOR -> nth(peer.predecessors(), 0);
            case SECOND_PREDECESSOR -> nth(peer.predecessors(), 1);
            case SHORTCUT -> null;
        };
    }

    private static @Nullable PeerId nth(List<PeerId> peers, int index) {
        return index < peers.size() ? peers.get(index) : null;
    }
}
