package ringside.app.events;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.ring.PeerId;

/** Completes the last term of the filter of the events (WINDOW 6.4). Pure. */
final class EventCompletion {

    private EventCompletion() {}

    /**
     * Returns the possible completions of what was typed, best first; empty when nothing fits.
     *
     * @param peers those that events tell of, in the order in which to offer them
     */
    static List<String> of(String typed, List<PeerId> peers) {
        boolean isInPhrase = typed.chars().filter(sign -> sign == '"').count() % 2 == 1;
        if (isInPhrase) {
            return List.of();
        }
        String term = typed.substring(typed.lastIndexOf(' ') + 1);
        String asked = term.startsWith("-") ? term.substring(1) : term;
        int cut = 1 + Math.max(asked.indexOf(':'), asked.lastIndexOf(','));
        String begun = asked.substring(cut).toLowerCase(Locale.ROOT);
        if (asked.isEmpty()) {
            return List.of();
        }
        String head = typed.substring(0, typed.length() - begun.length());
        return candidates(asked, peers)
                .filter(candidate -> candidate.startsWith(begun))
                .map(candidate -> head + candidate)
                .toList();
    }

    private static Stream<String> candidates(String asked, List<PeerId> peers) {
        int colon = asked.indexOf(':');
        if (colon < 0) {
            return Stream.of(EventQuery.PEER, EventQuery.KIND, EventQuery.FILE, EventQuery.BY)
                    .map(key -> key + ":");
        }
        return switch (asked.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case EventQuery.PEER -> peers.stream().map(peer -> peer + " ");
            case EventQuery.KIND ->
                    Stream.of(EventKind.values()).map(kind -> EventQuery.nameOf(kind) + " ");
            case EventQuery.BY ->
                    Stream.of(EventOrigin.values()).map(origin -> EventQuery.nameOf(origin) + " ");
            case String other -> Stream.empty();
        };
    }
}
