package ringside.app.launch;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.ProgramReport.Part;
import ringside.check.Verdict;
import ringside.rules.CheckName;
import ringside.text.Messages;

/** The end of a check in its terminal: a table, and few words (PROGRAMS 5.7). */
final class CheckSummary {

    private CheckSummary() {}

    /**
     * Prints what was found of a program.
     *
     * @param asked checks that are told
     */
    static void print(ProgramReport report, Set<CheckName> asked, PrintStream out) {
        List<Part> parts =
                report.parts().stream().filter(part -> asked.contains(part.check())).toList();
        out.println();
        for (Part part : parts) {
            out.printf(
                    Locale.ROOT,
                    "%-52s %-15s %5.2f / %.2f%n",
                    Finding.titleOf(part.check()),
                    part.verdict().word(),
                    part.marks(),
                    part.most());
        }
        out.println();
        out.println(
                Messages.LAUNCH.format(
                        parts.size() == report.parts().size() ? "check.total" : "check.totalOnly",
                        String.format(Locale.ROOT, "%.2f", report.marks()),
                        String.format(Locale.ROOT, "%.2f", report.most()),
                        counts(parts)));
        if (!report.findingsBeyond().isEmpty()) {
            out.println();
            out.println(Messages.LAUNCH.format("check.beyond"));
            report.findingsBeyond().forEach(finding -> printBeyond(finding, out));
        }
        report.first().ifPresent(finding -> printFirst(finding, out));
    }

    private static void printBeyond(Finding finding, PrintStream out) {
        out.printf(Locale.ROOT, "%-52s %s%n", finding.title(), finding.verdict().word());
    }

    private static String counts(List<Part> parts) {
        return List.of(Verdict.values()).stream()
                .filter(verdict -> count(verdict, parts) > 0)
                .map(verdict -> count(verdict, parts) + " " + verdict.word())
                .collect(Collectors.joining(", "));
    }

    private static long count(Verdict verdict, List<Part> parts) {
        return parts.stream().filter(part -> part.verdict() == verdict).count();
    }

    private static void printFirst(Finding finding, PrintStream out) {
        out.println();
        out.println(Messages.LAUNCH.format("check.first", finding.title()));
        printLines(out, "check.expected", finding.expected());
        printLines(out, "check.actual", finding.actual());
        out.println(finding.whereToLook());
    }

    private static void printLines(PrintStream out, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(Messages.LAUNCH.format(key));
            lines.forEach(line -> out.println("  " + line));
        }
    }
}
