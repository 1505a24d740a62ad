package ringside.app.ring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Frames;
import ringside.app.base.RingLayout;
import ringside.app.base.Texts;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;

/**
 * The ring (WINDOW 2). {@link #update} is called once a frame on the JavaFX thread; nodes are kept
 * and moved, not created for each frame.
 */
public final class RingView extends Pane {

    /**
     * Minimum distance between two discs that would overlap at the angles of their ids, in pixels.
     */
    private static final double AIR = 7;

    /** After a jump in time of more than this, no edge counts as just changed. */
    private static final long JUMP_MICROS = 1_000_000;

    private final RingViewModel model;
    private final PeerPositions positions = new PeerPositions();
    private final Backdrop backdrop = new Backdrop();
    private final EdgeLayer edges;
    private final LitEdgeLayer litEdge = new LitEdgeLayer();
    private final ShortcutLayer shortcuts;
    private final SpiralLayer spiral = new SpiralLayer();
    private final HopLayer hops = new HopLayer();
    private final TransferLayer transfers = new TransferLayer();
    private final PingLayer pings;
    private final FileLayer files;
    private final HolderLayer holders = new HolderLayer();
    private final Group peers = new Group();
    private final LabelLayer labels = new LabelLayer();
    private final HostLayer hosts;
    private final CentreView centre = new CentreView();
    private final RingGestures actions;
    private final Lens lens = new Lens();
    private final RingPointer pointer;
    private final RingWalk walk;
    private final Map<PeerId, PeerNode> nodes = new HashMap<>();
    private Placement placement = Placement.EMPTY;
    private Fisheye fisheye = Fisheye.NONE;
    private RingGeometry geometry = RingGeometry.fitting(0, 0, 0);
    private long lastMicros;

    public RingView(RingViewModel model, RingGestures actions) {
        this.model = model;
        this.actions = actions;
        this.edges = new EdgeLayer(model);
        this.hosts = new HostLayer(actions);
        this.shortcuts = new ShortcutLayer(model.shownProperty(EdgeKind.SHORTCUT));
        this.pings = new PingLayer(model);
        this.files = new FileLayer(model.selectedFileProperty()::set);
        this.pointer = new RingPointer(this, model, actions, lens);
        setId("ring");
        getStyleClass().add("ring-view");
        setAccessibleText(Texts.text("accessible.ring"));
        getChildren()
                .addAll(
                        backdrop,
                        hosts,
                        centre,
                        litEdge,
                        shortcuts,
                        edges,
                        spiral,
                        pointer.ghosts(),
                        hops,
                        transfers,
                        pings,
                        hops.numbers(),
                        files,
                        holders,
                        peers,
                        labels);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        walk = new RingWalk(this, model);
    }

    /**
     * Draws the ring.
     *
     * @param nowMicros the time that is shown, in microseconds since the epoch
     * @param frame the frame of the window, with the real time since the one before
     */
    public void update(RingState state, long nowMicros, Frames.Frame frame) {
        double glideSeconds = frame.motion().glideSeconds(frame.seconds());
        long passed = nowMicros - lastMicros;
        boolean jumped = passed < 0 || passed > JUMP_MICROS;
        lastMicros = nowMicros;
        if (jumped) {
            edges.settle();
        }
        List<PeerState> shown = ShownPeers.of(state, nowMicros);
        geometry =
                RingGeometry.fitting(getWidth(), getHeight(), shown.size())
                        .smallerBy(state.hosts().areSeveral() ? HostLayer.BAND : 0, shown.size())
                        .zoomed(
                                model.zoomProperty().get(),
                                model.panXProperty().get(),
                                model.panYProperty().get(),
                                shown.size());
        placement = place(shown, geometry.peerRadius());
        positions.glide(placement, glideSeconds);
        fisheye =
                lens.glide(
                        geometry,
                        shown.size(),
                        walk.walked().filter(positions::isPlaced).map(positions::turnOf),
                        glideSeconds);
        DrawingContext drawing =
                new DrawingContext(
                        state,
                        nowMicros,
                        frame.motion(),
                        geometry,
                        positions,
                        fisheye,
                        shown,
                        model.selectedPeerProperty().get(),
                        model.hoveredPeerProperty().get());
        backdrop.update(drawing, model.selectedFileProperty().get());
        edges.update(drawing, glideSeconds);
        litEdge.update(drawing, model.litEdgeProperty().get());
        model.noteShortcuts(shown);
        model.noteHosts(state.hosts());
        shortcuts.update(drawing);
        spiral.update(drawing, model.spiral().wayProperty().get());
        centre.update(drawing, model.judge(drawing.state()));
        files.update(drawing, model.selectedFileProperty().get());
        holders.update(drawing, model.selectedFileProperty().get());
        place(drawing);
        pings.update(drawing);
        updatePeers(drawing);
        showInside(!shown.isEmpty() || !actions.canAdd());
        pointer.onFrame();
    }

    /** Places all words, those that have the fewest possible places first. */
    private void place(DrawingContext drawing) {
        FreePlaces free = new FreePlaces();
        free.keep(centre.box());
        drawing.discs().forEach(free::keep);
        files.marks().forEach(free::keep);
        hosts.update(drawing, free);
        labels.update(drawing, files, getWidth(), getHeight(), free);
        hosts.updateNames(drawing, getWidth(), getHeight(), free);
        transfers.update(drawing, new CurveLabels(geometry, free));
        hops.update(drawing, free);
    }

    /** Shows either the spiral of a request inside the circle, or all else that belongs there. */
    private void showInside(boolean hasMiddle) {
        boolean isSpiral = model.spiral().isShown();
        List.of(edges, litEdge, shortcuts, hops, hops.numbers(), transfers, pings)
                .forEach(inside -> inside.setVisible(!isSpiral));
        centre.setVisible(!isSpiral && hasMiddle);
    }

    private Placement place(List<PeerState> shown, double radius) {
        TreeSet<PeerId> ids = new TreeSet<>();
        shown.forEach(peer -> ids.add(peer.id()));
        double gap = (2 * radius + Math.min(AIR, radius)) / geometry.circumference();
        RingLayout layout = model.layoutProperty().get();
        return Placement.of(ids, layout, gap);
    }

    private void updatePeers(DrawingContext drawing) {
        PeerId entrance = walk.entrance();
        for (PeerState peer : drawing.shown()) {
            PeerNode node =
                    nodes.computeIfAbsent(
                            peer.id(),
                            id -> {
                                PeerNode made = new PeerNode(id);
                                pointer.watch(made);
                                walk.watch(made);
                                peers.getChildren().add(made);
                                return made;
                            });
            node.setVisible(true);
            node.setFocusTraversable(peer.id().equals(entrance));
            node.setOpacity(drawing.motion().faded(ShownPeers.opacity(peer, drawing.nowMicros())));
            node.update(peer, drawing);
            node.setConcerned(model.concernedProperty().get().contains(peer.id()));
            node.describe(peer, drawing.state().hosts());
        }
        nodes.forEach((id, node) -> show(node, drawing.isPlaced(id)));
    }

    /**
     * Shows or hides a peer; the focus of a hidden one goes to the ring, not to some other node.
     */
    private void show(PeerNode node, boolean visible) {
        if (!visible && node.isFocused()) {
            requestFocus();
        }
        node.setVisible(visible);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            pointer.clicked(event.getX(), event.getY());
        }
    }

    /** Returns the id whose position on the circle is at a point; null away from the circle. */
    @Nullable PeerId idAt(double x, double y) {
        double off = Math.abs(geometry.distanceOf(x, y) - geometry.radius());
        boolean near = off < RingGeometry.LARGEST_PEER;
        return near ? placement.idAt(fisheye.originOf(geometry.turnOf(x, y))) : null;
    }

    /** Returns where an id is drawn, in turns: 0 up to 1. */
    double turnOf(PeerId id) {
        return fisheye.turnOf(positions.turnOf(id));
    }

    /** Returns where an id is drawn, in this view's pixels. */
    public Point2D pointOf(PeerId id) {
        return geometry.pointAt(turnOf(id), geometry.radius());
    }

    /** Returns the node of a peer for a pop-over to point at, or this view if it is not drawn. */
    public Node anchorOf(PeerId id) {
        PeerNode node = nodes.get(id);
        return node != null && node.isVisible() ? node : this;
    }

    boolean isShown(PeerId id) {
        return positions.isPlaced(id);
    }

    /** Returns the peers that are drawn, in the order of their ids. */
    public List<PeerId> shownPeers() {
        return placement.ids();
    }
}
