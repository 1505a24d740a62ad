package ringside.app.peers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ringside.app.base.Texts;

/**
 * Selects the peers to show. Immutable.
 *
 * @param words in lower case; a peer must match them all. A number stands for a peer with that id,
 *     and for those that have it as a neighbour; other words for a state, a host, for wrong
 *     neighbours and for missed pings. The beginning of a word is enough.
 */
record PeerFilter(List<String> words) {

    PeerFilter {
        words = List.copyOf(words);
    }

    static PeerFilter of(String typed) {
        return new PeerFilter(
                Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s,]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    boolean passes(PeerFigures figures) {
        return words.stream().allMatch(word -> matches(figures, word));
    }

    private static boolean matches(PeerFigures figures, String word) {
        return word.matches("[0-9]+") ? concerns(figures, word) : isOne(figures, word);
    }

    private static boolean concerns(PeerFigures figures, String number) {
        return Stream.concat(
                        Stream.of(figures.id()),
                        figures.neighbours().values().stream()
                                .flatMap(neighbour -> Stream.ofNullable(neighbour.id())))
                .anyMatch(id -> id.toString().equals(number));
    }

    private static boolean isOne(PeerFigures figures, String word) {
        return figures.look().word().startsWith(word)
                || figures.host().toLowerCase(Locale.ROOT).startsWith(word)
                || (figures.hasWrongNeighbour()
                        && Texts.text("peers.filter.wrong").startsWith(word))
                || (figures.missed() > 0 && Texts.text("peers.filter.missed").startsWith(word));
    }
}
