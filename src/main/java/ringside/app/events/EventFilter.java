package ringside.app.events;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import ringside.model.EventKind;
import ringside.model.Explanation;

/**
 * Selects the events to show. Immutable.
 *
 * @param kinds the kinds that are shown
 * @param words in lower case; an event must match them all, and a bare number stands for a peer
 */
record EventFilter(Set<EventKind> kinds, List<String> words) {

    static final EventFilter ALL = new EventFilter(EnumSet.allOf(EventKind.class), List.of());

    EventFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EventKind.class) : EnumSet.copyOf(kinds);
        words = List.copyOf(words);
    }

    EventFilter withWords(String typed) {
        return new EventFilter(
                kinds,
                Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s,]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    EventFilter toggled(EventKind kind) {
        Set<EventKind> changed = EnumSet.noneOf(EventKind.class);
        changed.addAll(kinds);
        if (!changed.remove(kind)) {
            changed.add(kind);
        }
        return new EventFilter(changed, words);
    }

    boolean passes(EventRow row) {
        return kinds.contains(row.explanation().kind())
                && words.stream().allMatch(word -> matches(row.explanation(), word));
    }

    private static boolean matches(Explanation explanation, String word) {
        boolean isPeer = word.matches("[0-9]{1,3}");
        return isPeer
                ? explanation.concerned().stream().anyMatch(peer -> peer.toString().equals(word))
                : explanation.text().toLowerCase(Locale.ROOT).contains(word);
    }
}
