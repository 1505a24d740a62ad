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
        int at = 0;
        while (at < line.length()) {
            int end = endOfQuotation(line, at);
            if (end > at) {
                tidy.append(line, at, end);
                at = end;
            } else if (isBlank(line.charAt(at))) {
                if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                    tidy.append(' ');
                }
                at++;
            } else {
                tidy.append(line.charAt(at));
                at++;
            }
        }
        return tidy.toString().stripTrailing();
    }

    /** Returns the line up to a '#' that is at its start or follows a blank, outside quotes. */
    public static String withoutComment(String line) {
        int at = 0;
        while (at < line.length()) {
            int end = endOfQuotation(line, at);
            if (end > at) {
                at = end;
            } else if (line.charAt(at) == '#' && isStartOfWord(line, at)) {
                return line.substring(0, at);
            } else {
                at++;
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
        for (int at = 1; at < word.length() - 1; at++) {
            if (isEscape(word, at)) {
                at++;
            }
            content.append(word.charAt(at));
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
        for (int at = from + 1; at < line.length(); at++) {
            if (isEscape(line, at)) {
                at++;
            } else if (line.charAt(at) == QUOTE) {
                return isEndOfWord(line, at) ? at + 1 : from;
            }
        }
        return from;
    }

    private static boolean isEscape(String line, int at) {
        return line.charAt(at) == ESCAPE
                && at + 1 < line.length()
                && (line.charAt(at + 1) == QUOTE || line.charAt(at + 1) == ESCAPE);
    }

    private static boolean isStartOfWord(String line, int at) {
        return at == 0 || isBlank(line.charAt(at - 1));
    }

    private static boolean isEndOfWord(String line, int at) {
        return at + 1 == line.length() || isBlank(line.charAt(at + 1));
    }

    private static boolean isBlank(int each) {
        return Character.isWhitespace(each)
                || Character.isSpaceChar(each)
                || each == BYTE_ORDER_MARK;
    }
}
