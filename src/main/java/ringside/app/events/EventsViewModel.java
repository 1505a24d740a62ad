package ringside.app.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.ring.PeerId;
import ringside.timeline.StepPositions;

/**
 * The filtered list of events, newest first, which the arrow keys step through as well. Rows are in
 * the order in which the events happened, not that in which the peers' reports arrived. They are
 * added once a frame. JavaFX thread only.
 */
public final class EventsViewModel implements StepPositions {

    /** Events kept for filtering: hours of a lively ring in a few megabytes. */
    static final int KEPT = 20_000;

    /** Rows shown with routine events: minutes around the moment shown. */
    static final int KEPT_WITH_ROUTINE = 5_000;

    private static final int UNKNOWN = -1;

    private static final Comparator<EventRow> NEWEST_FIRST =
            Comparator.comparingLong((EventRow row) -> row.explanation().atMicros()).reversed();

    private final RowSource rowSource;
    private final List<EventRow> notable = new ArrayList<>();
    private final List<EventRow> all = new ArrayList<>();
    private final List<EventRow> waiting = new ArrayList<>();
    private final ObservableList<EventRow> shown = FXCollections.observableArrayList();
    private final EventFolds folds = new EventFolds(shown);
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty routine = new SimpleBooleanProperty();
    private final BooleanProperty asked = new SimpleBooleanProperty();
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(Integer.MAX_VALUE);
    private final ReadOnlyObjectWrapper<@Nullable EventRow> chosen = new ReadOnlyObjectWrapper<>();
    private EventFilter filter = EventFilter.ALL;
    private boolean isOfThePast;
    private boolean isBehind;
    private int lastWanted;
    private int lastFound = UNKNOWN;

    /** Supplies past events again, with the routine ones. */
    public interface RowSource {

        /** Returns the first position that is still known: no earlier moment can be shown again. */
        int firstKnown();

        /**
         * Returns the rows between two positions, oldest first.
         *
         * @param from may lie before the first known position
         * @param to may lie after the last one
         */
        List<EventRow> rows(int from, int to);
    }

    /** Creates an empty list of all kinds but without routine events, which the source supplies. */
    public EventsViewModel(RowSource rowSource) {
        this.rowSource = rowSource;
        words.addListener((property, before, now) -> ask(EventQuery.of(now)));
        routine.addListener((property, before, now) -> reload(Integer.MAX_VALUE));
        asked.addListener((property, before, now) -> use(filter.withOrigins(originsShown())));
        held.addListener((property, before, now) -> flush());
    }

    /** The rows to show, newest first. */
    public ObservableList<EventRow> rows() {
        return shown;
    }

    /** The rows to show with repeated ones folded. */
    EventFolds folds() {
        return folds;
    }

    /** The filter as it is typed (WINDOW 6.4). */
    public StringProperty wordsProperty() {
        return words;
    }

    /** What is wrong with the filter as it is typed; empty when all its terms are right. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what the filter looks for in the sentences, in lower case. */
    public List<String> highlights() {
        return filter.query().highlights();
    }

    /** Returns the texts that the filter may get in place of its own, best first. */
    public List<String> completions() {
        return EventCompletion.of(words.get(), peersToldOf());
    }

    private List<PeerId> peersToldOf() {
        return kept().stream()
                .flatMap(row -> row.explanation().concerned().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /**
     * Counts the events of each kind that are kept, whether the filter lets them through or not.
     */
    public Map<EventKind, Integer> counts() {
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            counts.put(kind, 0);
        }
        kept().forEach(row -> counts.merge(row.explanation().kind(), 1, Integer::sum));
        return counts;
    }

    private Set<EventOrigin> originsShown() {
        return asked.get() ? EnumSet.of(EventOrigin.USER) : EnumSet.allOf(EventOrigin.class);
    }

    private List<EventRow> kept() {
        return routine.get() ? all : notable;
    }

    /** Chooses an event, wherever the choice comes from, and opens its fold; null for none. */
    public void choose(@Nullable EventRow row) {
        if (row != null) {
            folds.open(row);
        }
        chosen.set(row);
    }

    /** The chosen event; null for none. */
    ReadOnlyObjectProperty<@Nullable EventRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether routine events such as pings are shown too. */
    public BooleanProperty routineProperty() {
        return routine;
    }

    /** Whether only those events are shown that somebody asked for. */
    BooleanProperty askedProperty() {
        return asked;
    }

    /** Whether new rows are held back while the user reads older ones. */
    public BooleanProperty heldProperty() {
        return held;
    }

    /** How many rows are held back. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** The position that the window shows; rows after it lie in its future. */
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public boolean shows(EventKind kind) {
        return filter.kinds().contains(kind);
    }

    /** Shows a hidden kind, or hides a shown one. */
    public void toggle(EventKind kind) {
        use(filter.toggled(kind));
    }

    /** Adds an event, to be shown at the next {@link #flush}. */
    public void add(EventRow row) {
        waiting.add(row);
    }

    /** Shows the events added since the last call, in one change of the list. */
    public void flush() {
        boolean full = waiting.size() > KEPT_WITH_ROUTINE;
        if (waiting.isEmpty() || (held.get() && !full)) {
            unseen.set((int) waiting.stream().filter(filter::passes).count());
            return;
        }
        waiting.stream().filter(row -> !row.routine()).forEach(notable::add);
        keepLast(notable, KEPT);
        List<EventRow> fresh = List.of();
        if (!routine.get()) {
            fresh = waiting.stream().filter(row -> !row.routine()).toList();
        } else if (!isOfThePast) {
            all.addAll(waiting);
            keepLast(all, KEPT_WITH_ROUTINE);
            fresh = List.copyOf(waiting);
        }
        waiting.clear();
        unseen.set(0);
        show(newestFirst(fresh));
    }

    private List<EventRow> newestFirst(List<EventRow> arrived) {
        return arrived.reversed().stream().filter(filter::passes).sorted(NEWEST_FIRST).toList();
    }

    /**
     * Inserts rows older than the newest one shown where they belong, and puts the others on top.
     */
    private void show(List<EventRow> fresh) {
        lastFound = UNKNOWN;
        int late = fresh.size();
        while (late > 0 && !shown.isEmpty() && isNewer(shown.getFirst(), fresh.get(late - 1))) {
            late--;
        }
        for (EventRow row : fresh.subList(late, fresh.size())) {
            int index = 0;
            while (index < shown.size() && isNewer(shown.get(index), row)) {
                index++;
            }
            shown.add(index, row);
        }
        if (late > 0) {
            shown.addAll(0, fresh.subList(0, late));
        }
        int most = routine.get() ? KEPT_WITH_ROUTINE : KEPT;
        if (shown.size() > most) {
            shown.remove(most, shown.size());
        }
    }

    static boolean isNewer(EventRow one, EventRow other) {
        return NEWEST_FIRST.compare(one, other) < 0;
    }

    private static void keepLast(List<EventRow> rows, int most) {
        if (rows.size() > most) {
            rows.subList(0, rows.size() - most).clear();
        }
    }

    /**
     * Opens the fold in which a moment lies that the user has chosen on the timeline.
     *
     * @param chosenPosition of the moment
     * @param atMicros its time
     */
    public void openFoldAt(int chosenPosition, long atMicros) {
        int latest = firstNotAfter(chosenPosition);
        if (latest < shown.size()) {
            folds.openAt(shown.get(latest), chosenPosition, atMicros);
        }
    }

    /** Takes over the position that the window shows, once a frame. */
    public void showMoment(int shownPosition) {
        position.set(shownPosition);
        isBehind = !shown.isEmpty() && shown.getFirst().position() > shownPosition;
        if (routine.get() && !all.isEmpty() && !covers(shownPosition)) {
            reload(shownPosition);
        }
    }

    /** Returns whether newer events are shown than that of the moment in the window. */
    boolean isBehind() {
        return isBehind;
    }

    private boolean covers(int wanted) {
        int latest = all.getLast().position();
        return wanted >= all.getFirst().position() - 1 && (wanted <= latest || !isOfThePast);
    }

    private void reload(int around) {
        all.clear();
        if (routine.get()) {
            isOfThePast = around != Integer.MAX_VALUE;
            int half = KEPT_WITH_ROUTINE / 2;
            all.addAll(
                    isOfThePast
                            ? rowSource.rows(around - half, around + half)
                            : rowSource.rows(Integer.MIN_VALUE, Integer.MAX_VALUE));
            keepLast(all, KEPT_WITH_ROUTINE);
        }
        use(filter);
    }

    private void ask(EventQuery query) {
        problem.set(query.problem().orElse(""));
        use(filter.with(query));
    }

    private void use(EventFilter changed) {
        filter = changed;
        lastFound = UNKNOWN;
        shown.setAll(newestFirst(kept()));
    }

    @Override
    public OptionalInt after(int from) {
        int index = firstNotAfter(from) - 1;
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(shown.get(index).position());
    }

    @Override
    public OptionalInt before(int from) {
        int index = firstNotAfter(from - 1);
        if (index == shown.size() || shown.get(index).position() <= rowSource.firstKnown()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(shown.get(index).position());
    }

    /** Returns the row of the moment shown; empty if none had happened. */
    Optional<EventRow> current() {
        int index = firstNotAfter(position.get());
        return index < shown.size() ? Optional.of(shown.get(index)) : Optional.empty();
    }

    /** Returns whether the window shows the latest event, or a later moment. */
    boolean showsTheLatest() {
        return firstNotAfter(position.get()) == 0;
    }

    /** Returns the index of the latest row that had happened at a position. */
    public int firstNotAfter(int wanted) {
        if (lastFound == UNKNOWN || lastWanted != wanted) {
            int index = 0;
            while (index < shown.size() && shown.get(index).position() > wanted) {
                index++;
            }
            lastWanted = wanted;
            lastFound = index;
        }
        return lastFound;
    }
}
