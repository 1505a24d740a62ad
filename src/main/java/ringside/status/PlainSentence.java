package ringside.status;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a reason a sentence of its own. A peer says it in the middle of a line of its terminal
 * ('File 2012 was not received: peer 5 has gone.'), and the window after a full stop.
 */
final class PlainSentence {

    /** A word that may have a capital: a path or a command with other signs keeps its letters. */
    private static final Pattern FIRST_WORD =
            Pattern.compile("^\\p{Ll}[\\p{L}']*+(?=[,.:;]?(?: |$))");

    private static final String STOPS = ".!?";

    private PlainSentence() {}

    /** Returns a reason with a capital and a full stop; nothing stays nothing. */
    static String of(String reason) {
        if (reason.isEmpty()) {
            return reason;
        }
        Matcher word = FIRST_WORD.matcher(reason);
        String begun =
                word.find()
                        ? Character.toUpperCase(reason.charAt(0)) + reason.substring(1)
                        : reason;
        return STOPS.indexOf(begun.charAt(begun.length() - 1)) < 0 ? begun + "." : begun;
    }
}
