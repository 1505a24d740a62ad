package ringside.app.events;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** One term of the filter of the events (WINDOW 6.4). Immutable. */
sealed interface EventTerm {

    /** Returns whether an event is one of those that the term lets through. */
    boolean holds(EventRow row);

    /** Returns what is to be highlighted in the events that are shown, in lower case. */
    default List<String> highlights() {
        return List.of();
    }

    /** Events that concern one of some peers. */
    record OfPeers(Set<PeerId> peers) implements EventTerm {

        public OfPeers {
            peers = Set.copyOf(peers);
        }

        @Override
        public boolean holds(EventRow row) {
            return row.explanation().concerned().stream().anyMatch(this::isNamed);
        }

        /** A peer of a wider circle is named as it is written. */
        private boolean isNamed(PeerId id) {
            return id.circle() == Circle.OF_PROCESSES
                    ? peers.contains(id)
                    : highlights().contains(id.toString());
        }

        @Override
        public List<String> highlights() {
            return peers.stream().map(PeerId::toString).toList();
        }
    }

    /** Events of one of some kinds. */
    record OfKinds(Set<EventKind> kinds) implements EventTerm {

        public OfKinds {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public boolean holds(EventRow row) {
            return kinds.contains(row.explanation().kind());
        }
    }

    /** Events behind which somebody is. */
    record OfOrigins(Set<EventOrigin> origins) implements EventTerm {

        public OfOrigins {
            origins = Set.copyOf(origins);
        }

        @Override
        public boolean holds(EventRow row) {
            return origins.contains(row.traits().origin());
        }
    }

    /** Events whose sentence has a file's number, which is no part of a longer number. */
    record OfFile(String digits, Pattern pattern) implements EventTerm {

        static OfFile numbered(String digits) {
            return new OfFile(digits, Pattern.compile("(?<![0-9])" + digits + "(?![0-9])"));
        }

        @Override
        public boolean holds(EventRow row) {
            return pattern.matcher(row.explanation().text()).find();
        }

        @Override
        public List<String> highlights() {
            return List.of(digits);
        }
    }

    /** Events whose sentence has some words; capitals and small letters are the same. */
    record Words(String lowerCase) implements EventTerm {

        @Override
        public boolean holds(EventRow row) {
            return row.explanation().text().toLowerCase(Locale.ROOT).contains(lowerCase);
        }

        @Override
        public List<String> highlights() {
            return List.of(lowerCase);
        }
    }

    /** All events that another term does not let through. */
    record Not(EventTerm term) implements EventTerm {

        @Override
        public boolean holds(EventRow row) {
            return !term.holds(row);
        }
    }
}
