package ringside.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.app.events.EventRow;
import ringside.app.events.EventsViewModel;
import ringside.model.EventTraits;
import ringside.model.Explanations;
import ringside.model.Reason;
import ringside.model.Reasons;
import ringside.model.RingState;
import ringside.status.StatusEntry;
import ringside.timeline.Cursor;
import ringside.timeline.History;

/** Turns events into rows of the list of events. JavaFX thread only. */
final class EventRowSource implements EventsViewModel.RowSource {

    /**
     * Maximum number of entries to turn into rows again at once: folding and wording them takes a
     * few frames.
     */
    static final int MOST_TOLD_AGAIN = 5_000;

    private final History history;

    EventRowSource(History history) {
        this.history = history;
    }

    /** Returns the rows of one event: its own, and that of a heal which it completed. */
    static List<EventRow> rowsOf(RingFeed.FoldedEvent folded) {
        long start = folded.after().startedAtMicros();
        List<EventRow> rows = new ArrayList<>();
        rows.add(EventRow.of(folded.position(), folded.explanation(), folded.traits(), start));
        Explanations.ofHeal(folded.before(), folded.after())
                .map(heal -> EventRow.of(folded.position(), heal, EventTraits.NOTABLE, start))
                .ifPresent(rows::add);
        return rows;
    }

    /** Returns the reason and rule of a row; empty if the history has dropped its event. */
    Optional<Reason> reasonOf(EventRow row) {
        if (row.position() <= history.first()) {
            return Optional.empty();
        }
        RingState before = history.stateAt(row.position() - 1);
        StatusEntry entry = history.entryAfter(row.position() - 1);
        boolean isHeal = !Explanations.of(entry, before).equals(row.explanation());
        return Optional.of(isHeal ? Reasons.ofHeal() : Reasons.of(entry, before));
    }

    @Override
    public int firstKnown() {
        return history.first();
    }

    @Override
    public List<EventRow> rows(int from, int to) {
        int end = Math.min(to, history.last());
        int begin = Math.max(Math.max(from, history.first()), end - MOST_TOLD_AGAIN);
        List<EventRow> rows = new ArrayList<>();
        Cursor cursor = history.cursor();
        RingState before = cursor.moveTo(begin);
        for (int position = begin; position < end; position++) {
            StatusEntry entry = history.entryAfter(position);
            RingState after = before.after(entry);
            rows.addAll(rowsOf(RingFeed.FoldedEvent.of(entry, before, after, position + 1)));
            before = after;
        }
        return rows;
    }
}
