package ringside.app.events;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.model.EventKind;
import ringside.model.Explanation;

/**
 * The list of events, newest first, as the filter lets it through. Rows are taken in once a frame.
 * For the JavaFX thread.
 */
public final class EventsViewModel {

    /** Events kept to be filtered: an hour of a lively ring. */
    static final int KEPT = 5_000;

    private final List<EventRow> all = new ArrayList<>();
    private final List<EventRow> waiting = new ArrayList<>();
    private final ObservableList<EventRow> shown = FXCollections.observableArrayList();
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty routine = new SimpleBooleanProperty();
    private final Set<EventKind> kinds = EnumSet.allOf(EventKind.class);

    /** An empty list of all kinds but the daily round. */
    public EventsViewModel() {
        words.addListener((property, before, now) -> filter());
        routine.addListener((property, before, now) -> filter());
    }

    /** The rows to show, newest first. */
    public ObservableList<EventRow> rows() {
        return shown;
    }

    /** Only rows with all these words are shown; a bare number stands for a peer. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** Whether the daily round of pings is shown too. */
    public BooleanProperty routineProperty() {
        return routine;
    }

    /** Whether a kind is shown. */
    public boolean shows(EventKind kind) {
        return kinds.contains(kind);
    }

    /** Shows a kind that was hidden, or hides it. */
    public void toggle(EventKind kind) {
        if (!kinds.remove(kind)) {
            kinds.add(kind);
        }
        filter();
    }

    /** Takes an event, to be shown at the next {@link #flush}. */
    public void add(Explanation explanation, boolean isRoutine, long startMicros) {
        waiting.add(EventRow.of(explanation, isRoutine, startMicros));
    }

    /** Shows what has come since the last time, in one change of the list. */
    public void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<EventRow> fresh = waiting.reversed().stream().filter(this::passes).toList();
        all.addAll(waiting);
        waiting.clear();
        if (all.size() > KEPT) {
            all.subList(0, all.size() - KEPT).clear();
        }
        if (!fresh.isEmpty()) {
            shown.addAll(0, fresh);
        }
        if (shown.size() > KEPT) {
            shown.remove(KEPT, shown.size());
        }
    }

    private void filter() {
        shown.setAll(all.reversed().stream().filter(this::passes).toList());
    }

    private boolean passes(EventRow row) {
        if ((row.routine() && !routine.get()) || !kinds.contains(row.explanation().kind())) {
            return false;
        }
        for (String word : words.get().toLowerCase(Locale.ROOT).split("[\\s,]+", -1)) {
            if (!word.isEmpty() && !matches(row.explanation(), word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Explanation explanation, String word) {
        boolean isPeer = word.matches("[0-9]{1,3}");
        return isPeer
                ? explanation.concerned().stream()
                        .anyMatch(peer -> peer.toString().equals(word))
                : explanation.text().toLowerCase(Locale.ROOT).contains(word);
    }
}
