package ringside.check.report;

import com.samskivert.mustache.Mustache;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.check.Finding;
import ringside.check.ProgramReport.Part;
import ringside.check.Verdict;
import ringside.rules.CheckName;
import ringside.text.Messages;

/** What a class got: a page to sort, and a table for marks (PROGRAMS 5.8). */
public final class ClassReport {

    /** The page to sort. */
    public static final String PAGE = "index.html";

    /** The table. */
    public static final String TABLE = "marks.csv";

    /** The seed that all programs of a class are checked with. */
    public static final String SEED = "seed.txt";

    private static final Set<String> RESERVED = Set.of(PAGE, TABLE, SEED, Overrides.FILE);

    /** A spreadsheet takes a cell that begins with one of these for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private ClassReport() {}

    /**
     * One program on the page.
     *
     * @param folder of its report, relative to the page; null if it has none
     * @param flag why a person should look, or empty
     */
    private record Row(
            String name, @Nullable String folder, String total, String flag, List<Cell> cells) {}

    /** One check of a program. */
    private record Cell(String marks, String verdict, String style) {}

    /** How often a check had each verdict. */
    private record Column(String title, String label, long failed, long good, long others) {}

    /** All of the page. */
    private record Page(List<Column> columns, List<Row> rows) {}

    /**
     * Writes both into a folder, with what a teacher has given by hand.
     *
     * @throws IOException when they cannot be written, or what is given by hand not be read
     */
    public static void write(List<Marks> all, Path folder) throws IOException {
        Files.createDirectories(folder);
        Overrides overrides = Overrides.in(folder);
        List<Marks> sorted = all.stream().sorted(Comparator.comparing(Marks::name)).toList();
        writeTable(sorted, overrides, folder.resolve(TABLE));
        Files.writeString(
                folder.resolve(PAGE),
                ReportFiles.fill(
                        "index.html",
                        Mustache.compiler().escapeHTML(true),
                        page(sorted, overrides, folder)));
    }

    private static void writeTable(List<Marks> all, Overrides overrides, Path file)
            throws IOException {
        List<String> header = new ArrayList<>(List.of("name"));
        CheckName.marked().stream().map(CheckName::label).forEach(header::add);
        header.addAll(List.of("total", "late", "report", "demo", "look-by-hand"));
        try (CsvWriter table = CsvWriter.builder().build(file)) {
            table.writeRecord(header);
            for (Marks marks : all) {
                List<String> cells = new ArrayList<>(List.of(plain(marks.name())));
                for (CheckName check : CheckName.marked()) {
                    cells.add(
                            marks.parts().isEmpty()
                                    ? ""
                                    : ReportModel.number(given(marks, check, overrides)));
                }
                cells.add(ReportModel.number(total(marks, overrides)));
                cells.addAll(List.of("", "", "", plain(flag(marks))));
                table.writeRecord(cells);
            }
        }
    }

    /** Returns a cell that no spreadsheet takes for a formula. */
    private static String plain(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static double given(Marks marks, CheckName check, Overrides overrides) {
        OptionalDouble byHand = overrides.of(marks.name(), check);
        return byHand.isPresent()
                ? byHand.getAsDouble()
                : marks.parts().stream()
                        .filter(part -> part.check() == check)
                        .mapToDouble(Part::marks)
                        .sum();
    }

    private static double total(Marks marks, Overrides overrides) {
        return CheckName.marked().stream()
                .mapToDouble(check -> given(marks, check, overrides))
                .sum();
    }

    /** Returns why a person should look at a program; empty if nobody need. */
    private static String flag(Marks marks) {
        if (!marks.trouble().isEmpty()) {
            return marks.trouble();
        }
        boolean isInconclusive =
                marks.parts().stream().anyMatch(part -> part.verdict() == Verdict.INCONCLUSIVE);
        boolean isHalfDone =
                marks.parts().stream()
                        .anyMatch(part -> part.verdict() == Verdict.FAILED && part.marks() > 0);
        if (isInconclusive) {
            return Messages.CHECK.format("flag.inconclusive");
        }
        return isHalfDone ? Messages.CHECK.format("flag.half") : "";
    }

    private static Page page(List<Marks> all, Overrides overrides, Path folder) {
        return new Page(
                CheckName.marked().stream().map(check -> column(check, all)).toList(),
                all.stream().map(marks -> row(marks, overrides, folder)).toList());
    }

    private static Column column(CheckName check, List<Marks> all) {
        List<Verdict> verdicts =
                all.stream()
                        .flatMap(marks -> marks.parts().stream())
                        .filter(part -> part.check() == check)
                        .map(Part::verdict)
                        .toList();
        long failed = verdicts.stream().filter(each -> each == Verdict.FAILED).count();
        long good = verdicts.stream().filter(Verdict::isGood).count();
        return new Column(
                Finding.titleOf(check),
                check.label(),
                failed,
                good,
                verdicts.size() - failed - good);
    }

    private static Row row(Marks marks, Overrides overrides, Path page) {
        String folder = folderOf(marks.name());
        return new Row(
                marks.name(),
                Files.exists(page.resolve(folder).resolve(ReportFiles.HTML)) ? folder : null,
                ReportModel.number(total(marks, overrides)),
                flag(marks),
                marks.parts().stream()
                        .map(part ->
                                new Cell(
                                        ReportModel.number(given(marks, part.check(), overrides)),
                                        part.verdict().word(),
                                        ReportModel.style(part.verdict())))
                        .toList());
    }

    /** Returns whether a folder cannot be called so, because a file of the class is. */
    public static boolean isReserved(String folder) {
        return RESERVED.contains(folder);
    }

    /** Returns the name of the folder for a program's report: safe in a file system and a link. */
    public static String folderOf(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.startsWith(".") ? "_" + safe.substring(1) : safe;
    }
}
