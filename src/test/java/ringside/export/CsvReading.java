package ringside.export;

import java.util.ArrayList;
import java.util.List;

/** Reads a table as RFC 4180 has it, with none of the code that writes it. */
final class CsvReading {

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int place;

    private CsvReading(String text) {
        this.text = text;
    }

    /** All rows, that of the titles first; fails where the text breaks a rule. */
    static List<List<String>> rows(String text) {
        CsvReading reading = new CsvReading(text);
        while (reading.place < text.length()) {
            reading.cell();
        }
        return reading.rows;
    }

    private void cell() {
        row.add(text.charAt(place) == '"' ? quoted() : plain());
        if (text.startsWith(",", place)) {
            place++;
        } else if (text.startsWith("\r\n", place)) {
            place += 2;
            rows.add(row);
            row = new ArrayList<>();
        } else {
            throw new AssertionError("a cell ends wrongly before: " + text.substring(place));
        }
    }

    private String plain() {
        int start = place;
        while (text.charAt(place) != ',' && text.charAt(place) != '\r') {
            if (text.charAt(place) == '"' || text.charAt(place) == '\n') {
                throw new AssertionError("not quoted: " + text.substring(start));
            }
            place++;
        }
        return text.substring(start, place);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        place++;
        while (true) {
            int quote = text.indexOf('"', place);
            cell.append(text, place, quote);
            place = quote + 1;
            if (!text.startsWith("\"", place)) {
                return cell.toString();
            }
            cell.append('"');
            place++;
        }
    }
}
