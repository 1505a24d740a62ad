package ringside.app.ring;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import ringside.model.RingState;
import ringside.model.RingVerdict;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * What the user has chosen to look at: the selected and the hovered peer, the selected file, the
 * layout, and which edges are drawn. For the JavaFX thread.
 */
public final class RingViewModel {

    /** The ring fits its place at 1; smaller would waste room. */
    public static final double LEAST_ZOOM = 1;

    /** At this zoom 256 peers have room for their numbers. */
    public static final double MOST_ZOOM = 8;

    private final ObjectProperty<@Nullable PeerId> selectedPeer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PeerId> hoveredPeer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable FileNumber> selectedFile = new SimpleObjectProperty<>();
    private final ObjectProperty<RingLayout> layout = new SimpleObjectProperty<>(RingLayout.BY_ID);
    private final ObjectProperty<Set<PeerId>> concerned = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable LitEdge> litEdge = new SimpleObjectProperty<>();
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final DoubleProperty panX = new SimpleDoubleProperty();
    private final DoubleProperty panY = new SimpleDoubleProperty();
    private final Map<EdgeKind, BooleanProperty> shown = new EnumMap<>(EdgeKind.class);

    /** It is judged so seldom, in frames: nobody reads it sixty times a second. */
    private static final int FRAMES_BETWEEN_VERDICTS = 10;

    private RingState judged = RingState.EMPTY;
    private RingVerdict verdict = RingVerdict.of(RingState.EMPTY);
    private int frames;

    /** Looks at nobody, in the usual way. */
    public RingViewModel() {
        this(RingLooks.USUAL);
    }

    /** Looks at nobody. */
    RingViewModel(RingLooks looks) {
        layout.set(looks.layout());
        for (EdgeKind kind : EdgeKind.values()) {
            shown.put(kind, new SimpleBooleanProperty(looks.edges().contains(kind)));
        }
    }

    /** Judges the ring that is drawn, once a frame; the verdict may be a sixth of a second old. */
    @SuppressWarnings("ReferenceEquality")
    RingVerdict judge(RingState drawn) {
        boolean isFirst = judged == RingState.EMPTY;
        frames++;
        if (drawn != judged && (isFirst || frames % FRAMES_BETWEEN_VERDICTS == 0)) {
            judged = drawn;
            verdict = RingVerdict.of(drawn);
        }
        return verdict;
    }

    /** What was said of the ring last. */
    public RingVerdict verdict() {
        return verdict;
    }

    /** How the ring is drawn now. */
    public RingLooks looks() {
        return new RingLooks(
                layout.get(),
                Arrays.stream(EdgeKind.values())
                        .filter(kind -> shownProperty(kind).get())
                        .collect(Collectors.toSet()));
    }

    /** Draws those kinds of edges, and no others. */
    public void showEdges(Set<EdgeKind> kinds) {
        shown.forEach((kind, property) -> property.set(kinds.contains(kind)));
    }

    /** Is drawn like another from now on, whatever the user changes there. */
    public void lookLike(RingViewModel other) {
        layout.bind(other.layout);
        shown.forEach((kind, property) -> property.bind(other.shownProperty(kind)));
    }

    /** The peer that the inspector shows and the actions are for; null for none. */
    public ObjectProperty<@Nullable PeerId> selectedPeerProperty() {
        return selectedPeer;
    }

    /** The peer under the pointer, whose edges alone are lit; null for none. */
    public ObjectProperty<@Nullable PeerId> hoveredPeerProperty() {
        return hoveredPeer;
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

    /** How much larger than its place the ring is drawn, {@value #LEAST_ZOOM} and more. */
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

    /** Fits the ring into its place again. */
    public void fit() {
        zoom.set(1);
        panX.set(0);
        panY.set(0);
    }

    /** How peers are placed. */
    public ObjectProperty<RingLayout> layoutProperty() {
        return layout;
    }

    /** Whether a kind of edge is drawn. */
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
