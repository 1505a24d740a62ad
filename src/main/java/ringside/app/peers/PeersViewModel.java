package ringside.app.peers;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.app.base.FrameThrottle;
import ringside.app.base.Texts;
import ringside.model.Hosts;
import ringside.model.NeighbourFault;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;

/**
 * The table of all peers at the moment that is shown: their figures, which of them pass the filter,
 * and in which order. A peer keeps its row; only the figures that change are changed. JavaFX thread
 * only.
 */
public final class PeersViewModel {

    /** Frames between two readings of the figures: four a second are enough to follow. */
    private static final int FRAMES_BETWEEN_FIGURES = 15;

    /** Frames between two arrangements: rows that jumped more often could not be clicked. */
    private static final int FRAMES_BETWEEN_ARRANGEMENTS = 60;

    private final ObjectProperty<@Nullable PeerId> selected;
    private final NavigableMap<PeerId, PeerRow> all = new TreeMap<>();
    private final ObservableList<PeerRow> rows = FXCollections.observableArrayList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Map<PeerColumn, BooleanProperty> columns = new EnumMap<>(PeerColumn.class);
    private final ObjectProperty<List<SortKey>> order = new SimpleObjectProperty<>(List.of());
    private final FrameThrottle<RingState> throttle =
            new FrameThrottle<>(RingState.EMPTY, FRAMES_BETWEEN_FIGURES);
    private int framesSinceArrangement;
    private boolean isArranging;
    private boolean hasHosts;

    /**
     * Creates an empty table.
     *
     * @param selected the peer that is selected in the whole window; null for none
     */
    public PeersViewModel(ObjectProperty<@Nullable PeerId> selected) {
        this.selected = selected;
        for (PeerColumn column : PeerColumn.values()) {
            columns.put(column, new SimpleBooleanProperty());
        }
        show(PeersLooks.USUAL);
    }

    /**
     * Takes over the figures of a moment, a few times a second; called once a frame.
     *
     * @param nowMicros the time that is shown, in microseconds since the epoch
     * @return whether it is time to {@link #arrange} the rows
     */
    boolean update(RingState ring, long nowMicros) {
        framesSinceArrangement++;
        boolean hasOthers = throttle.tick(ring) && read(ring, nowMicros);
        return hasOthers || framesSinceArrangement >= FRAMES_BETWEEN_ARRANGEMENTS;
    }

    /** Returns whether there are other peers than before. */
    private boolean read(RingState ring, long nowMicros) {
        showHosts(ring.hosts());
        Map<PeerId, List<NeighbourFault>> faults = PeerFigures.faultsByPeer(ring);
        int before = all.size();
        boolean hasOthers =
                all.keySet()
                        .retainAll(
                                ring.peers().stream()
                                        .map(PeerState::id)
                                        .collect(Collectors.toSet()));
        for (PeerState peer : ring.peers()) {
            PeerFigures figures =
                    PeerFigures.of(
                            peer, ring, faults.getOrDefault(peer.id(), List.of()), nowMicros);
            all.computeIfAbsent(peer.id(), id -> new PeerRow(figures)).show(figures);
        }
        return hasOthers || all.size() != before;
    }

    /** Shows the column of hosts when there are several; the user may hide it then. */
    private void showHosts(Hosts hosts) {
        if (hosts.areSeveral() != hasHosts) {
            hasHosts = hosts.areSeveral();
            shownProperty(PeerColumn.HOST).set(hasHosts);
        }
    }

    /** Puts the rows in order, and shows those that pass the filter now. */
    void arrange() {
        framesSinceArrangement = 0;
        PeerFilter filter = PeerFilter.of(words.get());
        Comparator<PeerRow> comparator =
                Comparator.comparing(PeerRow::figures, SortKey.comparator(order.get()));
        List<PeerRow> wanted =
                all.values().stream()
                        .filter(row -> filter.passes(row.figures()))
                        .sorted(comparator)
                        .toList();
        count.set(Texts.text("peers.count", wanted.size(), all.size()));
        if (wanted.equals(rows)) {
            return;
        }
        isArranging = true;
        if (wanted.size() == rows.size() && new HashSet<>(rows).containsAll(wanted)) {
            // Told as a permutation, which leaves the selection with its row.
            rows.sort(comparator);
        } else {
            rows.setAll(wanted);
        }
        isArranging = false;
    }

    /** Selects the peer of a row in the whole window; null and what moves by itself do nothing. */
    void choose(@Nullable PeerRow row) {
        if (row != null && !isArranging) {
            selected.set(row.id());
        }
    }

    /** Returns the index of the selected peer among the rows; empty while it has none. */
    Optional<Integer> selectedIndex() {
        PeerRow row = Optional.ofNullable(selected.get()).map(all::get).orElse(null);
        int index = row == null ? -1 : rows.indexOf(row);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** The peer that is selected in the whole window; null for none. */
    ObjectProperty<@Nullable PeerId> selectedProperty() {
        return selected;
    }

    /** The rows that are shown, in their order. */
    ObservableList<PeerRow> rows() {
        return rows;
    }

    /** The words of the filter, as the user types them; they count from the next arrangement on. */
    StringProperty wordsProperty() {
        return words;
    }

    /** How many of how many peers are shown, in words. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Whether a column is shown. */
    BooleanProperty shownProperty(PeerColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /** The columns to sort by, the most important first; by id if empty. */
    ObjectProperty<List<SortKey>> orderProperty() {
        return order;
    }

    /** Shows the table in the given looks. */
    public void show(PeersLooks looks) {
        columns.forEach((column, shown) ->
                shown.set(column == PeerColumn.HOST ? hasHosts : looks.columns().contains(column)));
        order.set(looks.order());
    }

    /** Returns how the table looks at the moment. */
    public PeersLooks looks() {
        return new PeersLooks(
                columns.entrySet().stream()
                        .filter(entry -> entry.getValue().get())
                        .map(Map.Entry::getKey)
                        .filter(column -> column != PeerColumn.HOST)
                        .collect(Collectors.toSet()),
                order.get());
    }
}
