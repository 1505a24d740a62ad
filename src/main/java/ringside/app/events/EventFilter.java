package ringside.app.events;

import java.util.EnumSet;
import java.util.Set;
import ringside.model.EventKind;
import ringside.model.EventOrigin;

/**
 * Selects the events to show. Immutable.
 *
 * @param kinds the kinds that are shown
 * @param origins those behind the events that are shown
 * @param query what an event must hold besides
 */
record EventFilter(Set<EventKind> kinds, Set<EventOrigin> origins, EventQuery query) {

    static final EventFilter ALL =
            new EventFilter(
                    EnumSet.allOf(EventKind.class),
                    EnumSet.allOf(EventOrigin.class),
                    EventQuery.ALL);

    EventFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EventKind.class) : EnumSet.copyOf(kinds);
        origins = Set.copyOf(origins);
    }

    EventFilter with(EventQuery asked) {
        return new EventFilter(kinds, origins, asked);
    }

    EventFilter withOrigins(Set<EventOrigin> shown) {
        return new EventFilter(kinds, shown, query);
    }

    EventFilter toggled(EventKind kind) {
        Set<EventKind> changed = EnumSet.noneOf(EventKind.class);
        changed.addAll(kinds);
        if (!changed.remove(kind)) {
            changed.add(kind);
        }
        return new EventFilter(changed, origins, query);
    }

    boolean passes(EventRow row) {
        return kinds.contains(row.explanation().kind())
                && origins.contains(row.traits().origin())
                && query.holds(row);
    }
}
