package ringside.check.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import ringside.rules.CheckName;
import ringside.text.Messages;

/**
 * Marks that a teacher gives by hand, in a file that no run changes: columns name, check, marks,
 * reason.
 */
final class Overrides {

    static final String FILE = "overrides.csv";

    private static final String[] COLUMNS = {"name", "check", "marks", "reason"};

    private final Map<String, Double> marks = new HashMap<>();

    private Overrides() {}

    /**
     * Reads those in a folder; makes an empty file if there is none.
     *
     * @throws IOException with a sentence when the file holds something else
     */
    static Overrides in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.writeString(file, String.join(",", COLUMNS) + "\n");
        }
        Overrides overrides = new Overrides();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                overrides.marks.put(
                        keyOf(row.getField(COLUMNS[0]), row.getField(COLUMNS[1])),
                        Double.valueOf(row.getField(COLUMNS[2]).strip()));
            }
        } catch (IllegalArgumentException | NoSuchElementException | CsvParseException e) {
            throw new IOException(
                    Messages.CHECK.format("overrides.wrong", FILE, String.valueOf(e.getMessage())),
                    e);
        }
        return overrides;
    }

    /** Returns what a teacher gave a program for a check; empty for what was found. */
    OptionalDouble of(String name, CheckName check) {
        Double given = marks.get(keyOf(name, check.label()));
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }

    private static String keyOf(String name, String check) {
        return name.strip() + "\n" + check.strip();
    }
}
