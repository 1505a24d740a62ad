package ringside.model;

import java.util.List;
import java.util.stream.Collectors;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** Formats sentences of the resource bundle. */
final class ExplanationTexts {

    /** Names of the ordinals of numbers whose last digit is 0, 1, 2 or 3. */
    private static final List<String> ORDINALS =
            List.of("ordinal.th", "ordinal.st", "ordinal.nd", "ordinal.rd");

    private ExplanationTexts() {}

    /** Returns the sentence of a key; inserts appear as plain text, without digit grouping. */
    static String format(String key, Object... inserts) {
        return Messages.EXPLANATIONS.format(key, inserts);
    }

    /**
     * Returns the sentence for a number of things: the one of the key, or of the key with '.one'
     * for exactly one.
     */
    static String count(String key, long number) {
        return Messages.EXPLANATIONS.count(key, number);
    }

    /** Returns an ordinal, such as '3rd'. */
    static String ordinal(int number) {
        int lastTwo = number % 100;
        int last = number % 10;
        boolean isTeen = lastTwo >= 11 && lastTwo <= 13;
        return format(
                isTeen || last >= ORDINALS.size() ? ORDINALS.getFirst() : ORDINALS.get(last),
                number);
    }

    /** Returns a list such as '77, 90 and 104', or 'nobody'. */
    static String list(List<PeerId> peers) {
        if (peers.isEmpty()) {
            return format("nobody");
        }
        if (peers.size() == 1) {
            return peers.getFirst().toString();
        }
        String first =
                peers.subList(0, peers.size() - 1).stream()
                        .map(PeerId::toString)
                        .collect(Collectors.joining(", "));
        return format("list", first, peers.getLast());
    }
}
