package ringside.check.report;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingReport;

/**
 * Takes out of a text what does not belong into a report: folders of this machine, and the name of
 * its user (PROGRAMS 5.7).
 */
public final class Redaction {

    /** A shorter name of a user is too often part of another word. */
    private static final int SHORTEST_NAME = 3;

    private final Map<String, String> replacements = new LinkedHashMap<>();

    /**
     * Creates a redaction.
     *
     * @param folders that stand for the program's own folder, such as the copy of a peer
     * @param home of the user
     * @param user name of the user
     */
    public Redaction(List<Path> folders, Path home, String user) {
        folders.stream()
                .flatMap(Redaction::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(folder -> replacements.put(folder, "."));
        spellings(home).forEach(folder -> replacements.put(folder, "~"));
        if (user.length() >= SHORTEST_NAME) {
            replacements.put(user, "user");
        }
    }

    private static Stream<String> spellings(Path folder) {
        return Stream.of(folder, folder.toAbsolutePath().normalize())
                .map(Path::toString)
                .filter(text -> text.length() > 1)
                .distinct();
    }

    /** Returns a text without them. */
    public String of(String text) {
        String clean = text;
        for (Map.Entry<String, String> each : replacements.entrySet()) {
            clean = clean.replace(each.getKey(), each.getValue());
        }
        return clean;
    }

    /** Returns a report without them. */
    public ProgramReport of(ProgramReport report) {
        return new ProgramReport(
                of(report.name()),
                report.rules(),
                report.seed(),
                report.rings().stream().map(this::of).toList(),
                report.beyond().stream().map(this::of).toList());
    }

    private RingReport of(RingReport ring) {
        return new RingReport(
                ring.plan(),
                ring.findings().stream().map(this::of).toList(),
                ring.living(),
                ring.claims());
    }

    private Finding of(Finding finding) {
        return new Finding(
                finding.check(),
                finding.verdict(),
                finding.share(),
                of(finding.expected()),
                of(finding.actual()),
                of(finding.evidence()),
                finding.place());
    }

    private List<String> of(List<String> texts) {
        return texts.stream().map(this::of).toList();
    }
}
