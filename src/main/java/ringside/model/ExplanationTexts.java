package ringside.model;

import java.util.List;
import java.util.stream.Collectors;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** Formats sentences of the resource bundle. */
final class ExplanationTexts {

    /** Ordinal endings of numbers whose last digit is 0, 1, 2 or 3. */
    private static final List<String> ORDINAL_ENDINGS = List.of("th", "st", "nd", "rd");

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
        if (lastTwo >= 11 && lastTwo <= 13) {
            return number + "th";
        }
        int last = number % 10;
        return number + (last < ORDINAL_ENDINGS.size() ? ORDINAL_ENDINGS.get(last) : "th");
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
