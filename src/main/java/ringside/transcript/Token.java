package ringside.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, number or sign of a line.
 *
 * @param from where it begins in the line, in characters
 * @param to where it ends, exclusive
 * @param blanks how many blanks lie before it
 */
record Token(Kind kind, String text, int from, int to, int blanks) {

    /** The kinds of tokens. */
    enum Kind {
        /** Letters. */
        WORD,
        /** Digits. */
        NUMBER,
        /** Full stops and ellipses that touch each other. */
        DOTS,
        /** One comma. */
        COMMA,
        /** Any other character. */
        OTHER,
        /** What stands behind the last token. */
        END;

        /** Returns whether characters of this kind that touch are one token. */
        private boolean goesOn() {
            return switch (this) {
                case WORD, NUMBER, DOTS -> true;
                case COMMA, OTHER, END -> false;
            };
        }
    }

    /** Stands behind the last token. */
    static final Token NONE = new Token(Kind.END, "", 0, 0, 0);

    /** Splits a line from a character on. */
    static List<Token> of(String line, int start) {
        List<Token> tokens = new ArrayList<>();
        int from = start;
        int blanks = 0;
        while (from < line.length()) {
            char first = line.charAt(from);
            if (first == ' ' || Character.isWhitespace(first) || Character.isSpaceChar(first)) {
                blanks++;
                from++;
                continue;
            }
            Kind kind = kindOf(first);
            int to = from + 1;
            while (kind.goesOn() && to < line.length() && kindOf(line.charAt(to)) == kind) {
                to++;
            }
            tokens.add(new Token(kind, line.substring(from, to), from, to, blanks));
            blanks = 0;
            from = to;
        }
        return tokens;
    }

    private static Kind kindOf(char character) {
        if (Character.isLetter(character)) {
            return Kind.WORD;
        }
        if (character >= '0' && character <= '9') {
            return Kind.NUMBER;
        }
        if (character == '.' || character == '…') {
            return Kind.DOTS;
        }
        return character == ',' ? Kind.COMMA : Kind.OTHER;
    }

    /** Returns whether it is a word, in whatever case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
