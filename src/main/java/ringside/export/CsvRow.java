package ringside.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * One row of a table of comma-separated values as RFC 4180 has them: a cell with a comma, a quote
 * or a line break is quoted, a row ends with CR LF.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe in front: file names and
 * reasons come from whoever runs a peer, and opening a table must not run anything. For one thread.
 */
final class CsvRow {

    private static final String ENDING = "\r\n";

    /** With what a formula may begin in one of the usual spreadsheets. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private static final String NEEDS_QUOTES = ",\"\r\n";

    private final StringBuilder cells = new StringBuilder();
    private boolean isFirst = true;

    /** A row of titles. */
    static CsvRow of(List<String> titles) {
        CsvRow row = new CsvRow();
        titles.forEach(row::text);
        return row;
    }

    /** Adds words that may be anything. */
    CsvRow text(String words) {
        return cell(isFormula(words) ? "'" + words : words);
    }

    /** Adds a whole number, also a negative one. */
    CsvRow number(long value) {
        return cell(Long.toString(value));
    }

    /** Adds a number with so many digits after the point, whatever the user's language. */
    CsvRow number(double value, int digits) {
        return cell(String.format(Locale.ROOT, "%." + digits + "f", value));
    }

    /** Adds a cell for what is not known. */
    CsvRow empty() {
        return cell("");
    }

    /** Ends the row. */
    void writeTo(Appendable out) throws IOException {
        out.append(cells).append(ENDING);
    }

    private CsvRow cell(String text) {
        if (!isFirst) {
            cells.append(',');
        }
        isFirst = false;
        if (text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)) {
            cells.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            cells.append(text);
        }
        return this;
    }

    private static boolean isFormula(String words) {
        return !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0;
    }
}
