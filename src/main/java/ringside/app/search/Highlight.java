package ringside.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A piece of a text, and whether it is one of the words searched for. */
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
        for (int index = 0; index < text.length(); ) {
            int length = longestAt(lower, index, words);
            if (length == 0) {
                index++;
            } else {
                if (index > done) {
                    pieces.add(new Highlight(text.substring(done, index), false));
                }
                pieces.add(new Highlight(text.substring(index, index + length), true));
                index += length;
                done = index;
            }
        }
        if (done < text.length()) {
            pieces.add(new Highlight(text.substring(done), false));
        }
        return pieces;
    }

    private static int longestAt(String lower, int index, List<String> words) {
        int longest = 0;
        for (String word : words) {
            boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
            if (lower.startsWith(word, index)
                    && (!number || isWhole(lower, index, word.length()))) {
                longest = Math.max(longest, word.length());
            }
        }
        return longest;
    }

    /** Returns whether a number stands alone: as it means a peer, 13 does not match in 139. */
    private static boolean isWhole(String text, int index, int length) {
        boolean before = index > 0 && Character.isDigit(text.charAt(index - 1));
        int end = index + length;
        boolean after = end < text.length() && Character.isDigit(text.charAt(end));
        return !before && !after;
    }
}
