package ringside.export;

import java.util.List;
import java.util.stream.Collectors;

/** Formats comma-separated values (RFC 4180) that no spreadsheet mistakes for formulas. Pure. */
final class Csv {

    private static final String ENDING = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /** Returns one row with its line ending. */
    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + ENDING;
    }

    /**
     * Returns one cell. Text from the network that begins like a formula gets an apostrophe in
     * front, so a spreadsheet shows it and runs nothing. A number keeps its sign.
     */
    static String cell(String text) {
        boolean isNumber = text.matches("-?[0-9]+(\\.[0-9]+)?");
        boolean isFormula =
                !text.isEmpty() && !isNumber && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
