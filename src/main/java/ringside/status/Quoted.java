package ringside.status;

/**
 * Double quotes in typed lines. Quoted text is taken literally, with its blanks. A quote opens a
 * quotation only at the start of a word, and only if there is a closing one; inside, a backslash
 * escapes a quote or a backslash. Stateless; may be called from any thread.
 */
public final class Quoted {

    private static final char QUOTE = '"';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char ESCAPE = '\\';

    private Quoted() {}

    /**
     * Collapses each run of blanks outside quotes to one blank, and strips the line. Non-breaking
     * spaces from web pages and the byte order mark of some files count as blanks too.
     */
    public static String tidy(String line) {
        StringBuilder tidy = new StringBuilder(line.length());
        int index = 0;
        while (index < line.length()) {
            int end = endOfQuotation(line, index);
            if (end > index) {
                tidy.append(line, index, end);
                index = end;
            } else if (isBlank(line.charAt(index))) {
                if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                    tidy.append(' ');
                }
                index++;
            } else {
                tidy.append(line.charAt(index));
                index++;
            }
        }
        return tidy.toString().stripTrailing();
    }

    /** Returns the line up to a '#' that is at its start or follows a blank, outside quotes. */
    public static String withoutComment(String line) {
        int index = 0;
        while (index < line.length()) {
            int end = endOfQuotation(line, index);
            if (end > index) {
                index = end;
            } else if (line.charAt(index) == '#' && isStartOfWord(line, index)) {
                return line.substring(0, index);
            } else {
                index++;
            }
        }
        return line;
    }

    /**
     * Returns the text between quotes, with escapes resolved, or the word itself if it is not
     * quoted.
     */
    public static String content(String word) {
        if (word.isEmpty() || endOfQuotation(word, 0) != word.length()) {
            return word;
        }
        StringBuilder content = new StringBuilder();
        for (int index = 1; index < word.length() - 1; index++) {
            if (isEscape(word, index)) {
                index++;
            }
            content.append(word.charAt(index));
        }
        return content.toString();
    }

    /** Returns a path as one may type it: in quotes if it would be misread without them. */
    public static String quoteIfNeeded(String path) {
        boolean isPlain =
                tidy(path).equals(path)
                        && withoutComment(path).equals(path)
                        && path.indexOf(QUOTE) < 0
                        && !(" " + path + " ").contains(" as ");
        return isPlain ? path : QUOTE + path.replace("\\", "\\\\").replace("\"", "\\\"") + QUOTE;
    }

    /** Returns the index after the quotation that begins here, or this index if none does. */
    private static int endOfQuotation(String line, int from) {
        if (line.charAt(from) != QUOTE || !isStartOfWord(line, from)) {
            return from;
        }
        for (int index = from + 1; index < line.length(); index++) {
            if (isEscape(line, index)) {
                index++;
            } else if (line.charAt(index) == QUOTE) {
                return isEndOfWord(line, index) ? index + 1 : from;
            }
        }
        return from;
    }

    private static boolean isEscape(String line, int index) {
        return line.charAt(index) == ESCAPE
                && index + 1 < line.length()
                && (line.charAt(index + 1) == QUOTE || line.charAt(index + 1) == ESCAPE);
    }

    private static boolean isStartOfWord(String line, int index) {
        return index == 0 || isBlank(line.charAt(index - 1));
    }

    private static boolean isEndOfWord(String line, int index) {
        return index + 1 == line.length() || isBlank(line.charAt(index + 1));
    }

    private static boolean isBlank(int each) {
        return Character.isWhitespace(each)
                || Character.isSpaceChar(each)
                || each == BYTE_ORDER_MARK;
    }
}
