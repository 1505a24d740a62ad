package ringside.app.events;

import java.util.EnumSet;
import java.util.Set;
import ringside.model.EventKind;

/**
 * Selects the events to show. Immutable.
 *
 * @param kinds the kinds that are shown
 * @param query what an event must hold besides
 */
record EventFilter(Set<EventKind> kinds, EventQuery query) {

    static final EventFilter ALL = new EventFilter(EnumSet.allOf(EventKind.class), EventQuery.ALL);

    EventFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EventKind.class) : EnumSet.copyOf(kinds);
    }

    EventFilter with(EventQuery asked) {
        return new EventFilter(kinds, asked);
    }

    EventFilter toggled(EventKind kind) {
        Set<EventKind> changed = EnumSet.noneOf(EventKind.class);
        changed.addAll(kinds);
        if (!changed.remove(kind)) {
            changed.add(kind);
        }
        return new EventFilter(changed, query);
    }

    boolean passes(EventRow row) {
        return kinds.contains(row.explanation().kind()) && query.holds(row.explanation());
    }
}
