package ringside.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a text, and whether it matches a search.
 *
 * @param found whether it is one of the words searched for
 */
record Highlight(String piece, boolean found) {

    /**
     * Splits a text at the matches. Pure.
     *
     * @param words in lower case, none of them empty
     * @return the pieces in their order; together they are the text
     */
    static List<Highlight> in(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<Highlight> pieces = new ArrayList<>();
        int done = 0;
        for (int at = 0; at < text.length(); ) {
            int length = longestAt(lower, at, words);
            if (length == 0) {
                at++;
            } else {
                if (at > done) {
                    pieces.add(new Highlight(text.substring(done, at), false));
                }
                pieces.add(new Highlight(text.substring(at, at + length), true));
                at += length;
                done = at;
            }
        }
        if (done < text.length()) {
            pieces.add(new Highlight(text.substring(done), false));
        }
        return pieces;
    }

    private static int longestAt(String lower, int at, List<String> words) {
        int longest = 0;
        for (String word : words) {
            boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
            if (lower.startsWith(word, at) && (!number || isWhole(lower, at, word.length()))) {
                longest = Math.max(longest, word.length());
            }
        }
        return longest;
    }

    /** Tells whether a number stands alone: as it means a peer, 13 does not match in 139. */
    private static boolean isWhole(String text, int at, int length) {
        boolean before = at > 0 && Character.isDigit(text.charAt(at - 1));
        int end = at + length;
        boolean after = end < text.length() && Character.isDigit(text.charAt(end));
        return !before && !after;
    }
}
