package ringside.transcript;

/** Takes off what a terminal does not show (PROGRAMS 3.1). */
final class ControlCharacters {

    private static final char ESCAPE = 27;
    private static final char DELETE = 127;
    private static final char FIRST_PRINTABLE_AFTER_DELETE = 160;

    private ControlCharacters() {}

    /** Returns a line without control characters and colours; a tab becomes a blank. */
    static String strip(String line) {
        int first = 0;
        while (first < line.length() && !isControl(line.charAt(first))) {
            first++;
        }
        if (first == line.length()) {
            return line;
        }
        StringBuilder shown = new StringBuilder(line.length()).append(line, 0, first);
        int next = first;
        while (next < line.length()) {
            char each = line.charAt(next);
            if (each == ESCAPE) {
                next = afterEscape(line, next);
                continue;
            }
            if (each == '\t') {
                shown.append(' ');
            } else if (!isControl(each)) {
                shown.append(each);
            }
            next++;
        }
        return shown.toString();
    }

    private static boolean isControl(char each) {
        return each < ' ' || (each >= DELETE && each < FIRST_PRINTABLE_AFTER_DELETE);
    }

    /** Returns the character after a sequence such as ESC [ 3 3 m. */
    private static int afterEscape(String line, int escape) {
        int next = escape + 1;
        if (next >= line.length() || line.charAt(next) != '[') {
            return next;
        }
        next++;
        while (next < line.length() && line.charAt(next) >= ' ' && line.charAt(next) < '@') {
            next++;
        }
        return Math.min(next + 1, line.length());
    }
}
