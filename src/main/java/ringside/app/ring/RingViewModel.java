package ringside.app.ring;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import ringside.app.base.FrameThrottle;
import ringside.app.base.RingLayout;
import ringside.model.Hosts;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.RingVerdict;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * The user's choices in the ring: the selected and the hovered peer, the selected file, the layout,
 * and which edges are drawn. JavaFX thread only.
 */
public final class RingViewModel {

    /** At 1 the ring fits its view; a smaller zoom would waste space. */
    public static final double LEAST_ZOOM = 1;

    /** At this zoom the numbers of 256 peers fit. */
    public static final double MOST_ZOOM = 8;

    /** Frames between two verdicts: nobody reads them sixty times a second. */
    private static final int FRAMES_BETWEEN_VERDICTS = 10;

    private final ObjectProperty<@Nullable PeerId> selectedPeer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PeerId> newcomer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PeerId> hoveredPeer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable FileNumber> selectedFile = new SimpleObjectProperty<>();
    private final ObjectProperty<RingLayout> layout = new SimpleObjectProperty<>(RingLayout.BY_ID);
    private final ObjectProperty<Set<PeerId>> concerned = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable LitEdge> litEdge = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper shortcutsKept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper severalHosts = new ReadOnlyBooleanWrapper();
    private final SpiralViewModel spiral = new SpiralViewModel();
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final DoubleProperty panX = new SimpleDoubleProperty();
    private final DoubleProperty panY = new SimpleDoubleProperty();
    private final Map<EdgeKind, BooleanProperty> shown = new EnumMap<>(EdgeKind.class);

    private final FrameThrottle<RingState> judged =
            new FrameThrottle<>(RingState.EMPTY, FRAMES_BETWEEN_VERDICTS);
    private RingVerdict verdict = RingVerdict.of(RingState.EMPTY);

    /** Creates a model with nothing selected and the usual looks. */
    public RingViewModel() {
        this(RingLooks.USUAL);
    }

    /** Creates a model with nothing selected. */
    RingViewModel(RingLooks looks) {
        layout.set(looks.layout());
        selectedFile.subscribe(file -> {
            if (file != null) {
                newcomer.set(null);
            }
        });
        for (EdgeKind kind : EdgeKind.values()) {
            shown.put(kind, new SimpleBooleanProperty(looks.edges().contains(kind)));
        }
    }

    /** Judges the ring that is drawn, once a frame; the verdict may be a sixth of a second old. */
    RingVerdict judge(RingState drawn) {
        if (judged.tick(drawn)) {
            verdict = RingVerdict.of(drawn);
        }
        return verdict;
    }

    /** Takes over whether any of the peers that are drawn keeps shortcuts, once a frame. */
    void noteShortcuts(List<PeerState> drawn) {
        shortcutsKept.set(
                drawn.stream()
                        .anyMatch(peer -> peer.phase().isAlive() && peer.settings().shortcuts()));
    }

    /** Whether any living peer keeps shortcuts. */
    ReadOnlyBooleanProperty shortcutsKeptProperty() {
        return shortcutsKept.getReadOnlyProperty();
    }

    /** Takes over the hosts of the ring, once a frame. */
    void noteHosts(Hosts hosts) {
        severalHosts.set(hosts.areSeveral());
    }

    /** Whether peers run on more than one host, so that hosts are drawn. */
    ReadOnlyBooleanProperty severalHostsProperty() {
        return severalHosts.getReadOnlyProperty();
    }

    public RingVerdict verdict() {
        return verdict;
    }

    /** Returns how the ring is drawn at the moment. */
    public RingLooks looks() {
        return new RingLooks(
                layout.get(),
                Arrays.stream(EdgeKind.values())
                        .filter(kind -> shownProperty(kind).get())
                        .collect(Collectors.toSet()));
    }

    /** Shows the given kinds of edges, and hides all others. */
    public void showEdges(Set<EdgeKind> kinds) {
        shown.forEach((kind, property) -> property.set(kinds.contains(kind)));
    }

    /** Copies the looks of another ring from now on, whenever the user changes them there. */
    public void copyLooksOf(RingViewModel other) {
        layout.bind(other.layout);
        shown.forEach((kind, property) -> property.bind(other.shownProperty(kind)));
    }

    /** The peer that the inspector shows and the actions apply to; null for none. */
    public ObjectProperty<@Nullable PeerId> selectedPeerProperty() {
        return selectedPeer;
    }

    /** The peer under the pointer, whose edges alone are highlighted; null for none. */
    public ObjectProperty<@Nullable PeerId> hoveredPeerProperty() {
        return hoveredPeer;
    }

    /**
     * The id at which a peer would stand that the user has chosen but not added yet; null for none.
     */
    public ObjectProperty<@Nullable PeerId> newcomerProperty() {
        return newcomer;
    }

    /** Returns the newcomer and keeps none, as the user adds it or takes it away. */
    public Optional<PeerId> takeNewcomer() {
        Optional<PeerId> taken = Optional.ofNullable(newcomer.get());
        newcomer.set(null);
        return taken;
    }

    /** The file whose owner's range is drawn; null for none. */
    public ObjectProperty<@Nullable FileNumber> selectedFileProperty() {
        return selectedFile;
    }

    /** The peers that the chosen event is about; empty for none. */
    public ObjectProperty<Set<PeerId>> concernedProperty() {
        return concerned;
    }

    /** The edge that the chosen event is about; null for none. */
    public ObjectProperty<@Nullable LitEdge> litEdgeProperty() {
        return litEdge;
    }

    /** The request whose way is shown as a spiral. */
    public SpiralViewModel spiral() {
        return spiral;
    }

    /** The magnification of the ring, {@value #LEAST_ZOOM} and more. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** How far the ring is moved to the right, in pixels. */
    public DoubleProperty panXProperty() {
        return panX;
    }

    /** How far the ring is moved down, in pixels. */
    public DoubleProperty panYProperty() {
        return panY;
    }

    public void fit() {
        zoom.set(1);
        panX.set(0);
        panY.set(0);
    }

    public ObjectProperty<RingLayout> layoutProperty() {
        return layout;
    }

    public BooleanProperty shownProperty(EdgeKind kind) {
        return Objects.requireNonNull(shown.get(kind));
    }

    /** Switches to the other layout. */
    public void toggleLayout() {
        layout.set(
                switch (layout.get()) {
                    case BY_ID -> RingLayout.EVENLY_SPACED;
                    case EVENLY_SPACED -> RingLayout.BY_ID;
                });
    }
}
