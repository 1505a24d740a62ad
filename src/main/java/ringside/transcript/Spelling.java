package ringside.transcript;

import java.util.Locale;

/** Tells words apart that differ in one letter. */
final class Spelling {

    /** Shorter words must be exact: 'not' and 'no', 'sent' and 'send' say different things. */
    private static final int SHORTEST = 5;

    private Spelling() {}

    /** Returns whether a word is another, but for its case and one letter: wrong, missing, etc. */
    static boolean isClose(String found, String wanted) {
        if (wanted.length() < SHORTEST || Math.abs(found.length() - wanted.length()) > 1) {
            return false;
        }
        String one = found.toLowerCase(Locale.ROOT);
        String other = wanted.toLowerCase(Locale.ROOT);
        int head = 0;
        int shorter = Math.min(one.length(), other.length());
        while (head < shorter && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        String oneRest = one.substring(head);
        String otherRest = other.substring(head);
        return tail(oneRest, 1).equals(tail(otherRest, 1))
                || tail(oneRest, 1).equals(otherRest)
                || oneRest.equals(tail(otherRest, 1))
                || isExchanged(oneRest, otherRest);
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    private static boolean isExchanged(String one, String other) {
        return one.length() >= 2
                && other.length() >= 2
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && one.substring(2).equals(other.substring(2));
    }
}
