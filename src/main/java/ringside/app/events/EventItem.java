package ringside.app.events;

import java.util.Comparator;
import java.util.List;
import ringside.model.Repetition;
import ringside.model.Severity;

/** An item of the list of events: an event, or several that tell the same story (WINDOW 6.6). */
public sealed interface EventItem {

    /** Returns the events that it tells, newest first. */
    List<EventRow> rows();

    /** Returns the oldest of its events, which stays the same while a fold grows. */
    EventRow oldest();

    /** Returns the newest of its events, by which it stands in the list. */
    EventRow newest();

    /** Returns how serious the most serious of its events is. */
    Severity severity();

    /** Returns whether it stands for several events, shown below it or not. */
    boolean isFold();

    /**
     * Returns whether another item is this one, as it is now or was before it grew, or before a
     * fold was opened or closed.
     */
    default boolean isSame(EventItem other) {
        return isFold() == other.isFold() && oldest().equals(other.oldest());
    }

    /** One event, which may stand below the head of its fold. */
    record Event(EventRow row, Place place) implements EventItem {

        @Override
        public List<EventRow> rows() {
            return List.of(row);
        }

        @Override
        public EventRow oldest() {
            return row;
        }

        @Override
        public EventRow newest() {
            return row;
        }

        @Override
        public Severity severity() {
            return row.explanation().severity();
        }

        @Override
        public boolean isFold() {
            return false;
        }
    }

    /** Where an event stands. */
    enum Place {
        /** By itself. */
        ALONE,
        /** Below the head of an open fold. */
        IN_FOLD
    }

    /**
     * Several events in one row.
     *
     * @param told newest first, at least one
     */
    record Folded(Repetition repetition, List<EventRow> told) implements EventItem {

        public Folded {
            told = List.copyOf(told);
        }

        @Override
        public List<EventRow> rows() {
            return told;
        }

        @Override
        public EventRow oldest() {
            return told.getLast();
        }

        @Override
        public EventRow newest() {
            return told.getFirst();
        }

        @Override
        public Severity severity() {
            return told.stream()
                    .map(row -> row.explanation().severity())
                    .max(Comparator.naturalOrder())
                    .orElse(Severity.PLAIN);
        }

        @Override
        public boolean isFold() {
            return true;
        }

        /** Returns the sentence for all of them. */
        public String text() {
            return repetition.told(
                    told.reversed().stream().map(row -> row.explanation().peer()).toList());
        }
    }

    /** The head of an open fold; its events are the items below it. */
    record Head(Folded folded) implements EventItem {

        @Override
        public List<EventRow> rows() {
            return List.of();
        }

        @Override
        public EventRow oldest() {
            return folded.oldest();
        }

        @Override
        public EventRow newest() {
            return folded.newest();
        }

        @Override
        public Severity severity() {
            return folded.severity();
        }

        @Override
        public boolean isFold() {
            return true;
        }
    }
}
