package ringside.check.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.check.ProgramReport;
import ringside.check.ProgramReport.Part;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;

/**
 * What one program of a class got. It is kept beside its report, so that a second run goes on where
 * the first one stopped.
 *
 * @param key of folder, rules, seed and version: another key is checked again
 * @param name in the reports
 * @param trouble why it could not be checked; empty if it was
 * @param parts one for each check; empty if it could not be checked
 */
public record Marks(String key, String name, String trouble, List<Part> parts) {

    private static final String FILE = "marks.json";

    private static final RecordMapper<Marks> MAPPER =
            RecordMapper.strict(Marks.class, Set.of(), Map.of());

    /** Copies the list. */
    public Marks {
        parts = List.copyOf(parts);
    }

    /** Returns the marks of a program that was checked. */
    public static Marks of(String key, ProgramReport report) {
        return new Marks(key, report.name(), "", report.parts());
    }

    /** Returns all marks that it got. */
    public double total() {
        return parts.stream().mapToDouble(Part::marks).sum();
    }

    /** Returns what was written into a folder; empty if there is nothing, or nothing of these. */
    public static Optional<Marks> read(Path folder) {
        try {
            return Optional.of(MAPPER.read(Files.readString(folder.resolve(FILE))));
        } catch (IOException | MalformedRecordException e) {
            return Optional.empty();
        }
    }

    /** Writes them into a folder that is made if it is not there. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), MAPPER.write(this));
    }
}
