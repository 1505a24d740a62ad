package ringside.check.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.ProgramReport.Part;
import ringside.check.RingReport;
import ringside.check.RingReport.Claim;
import ringside.check.Verdict;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.text.Messages;

/**
 * What the templates of reports show. All texts are for people, as they are in the report; marks
 * have two decimals.
 *
 * @param note that some checks were not asked for; empty if all were
 * @param counts of verdicts
 * @param rows one for each check with marks
 * @param beyond one for each check without
 * @param first finding to look at, or null when nothing failed
 */
record ReportModel(
        String name,
        String family,
        String seed,
        String marks,
        String most,
        String note,
        List<Count> counts,
        @Nullable Row first,
        List<Row> rows,
        List<Row> beyond,
        List<RingPicture> pictures,
        List<String> wrongClaims) {

    /** Returns whether anything was done beyond the marks. */
    boolean hasBeyond() {
        return !beyond.isEmpty();
    }

    /** How many checks have a verdict. */
    record Count(long number, String word, String style) {}

    /**
     * A check.
     *
     * @param style of its verdict
     * @param rings what was found on each ring
     */
    record Row(
            String title,
            String label,
            String verdict,
            String style,
            String marks,
            String most,
            List<Detail> rings) {}

    /** What was found about a check on one ring; lists may be empty. */
    record Detail(
            String ring,
            String peers,
            String verdict,
            String style,
            List<String> expected,
            List<String> actual,
            List<String> evidence,
            String look) {}

    /**
     * Returns what is shown.
     *
     * @param asked checks of which something is shown
     */
    static ReportModel of(ProgramReport report, Set<CheckName> asked) {
        List<Part> parts =
                report.parts().stream().filter(part -> asked.contains(part.check())).toList();
        List<Row> rows = parts.stream().map(part -> row(part, report)).toList();
        RingReport shown =
                report.rings().stream()
                        .filter(ring -> !RingPicture.wrongClaims(ring).isEmpty())
                        .findFirst()
                        .orElse(report.rings().getFirst());
        return new ReportModel(
                report.name(),
                report.rules().name(),
                Long.toString(report.seed()),
                number(report.marks()),
                number(report.most()),
                parts.size() == report.parts().size() ? "" : Messages.CHECK.format("asked.some"),
                List.of(Verdict.values()).stream()
                        .map(verdict -> count(verdict, parts))
                        .filter(count -> count.number() > 0)
                        .toList(),
                report.first().map(finding -> first(finding, rows)).orElse(null),
                rows,
                report.beyond().stream().flatMap(ReportModel::rowsBeyond).toList(),
                List.of(
                        RingPicture.expected(shown, Messages.CHECK.format("picture.expected")),
                        RingPicture.claimed(shown, Messages.CHECK.format("picture.claimed"))),
                RingPicture.wrongClaims(shown).stream().map(ReportModel::sentence).toList());
    }

    private static Count count(Verdict verdict, List<Part> parts) {
        return new Count(
                parts.stream().filter(part -> part.verdict() == verdict).count(),
                verdict.word(),
                style(verdict));
    }

    private static Row first(Finding finding, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.label().equals(finding.check().label()))
                .findFirst()
                .map(row ->
                        new Row(
                                row.title(),
                                row.label(),
                                row.verdict(),
                                row.style(),
                                row.marks(),
                                row.most(),
                                row.rings().stream()
                                        .filter(ring -> ring.style().equals(style(Verdict.FAILED)))
                                        .limit(1)
                                        .toList()))
                .orElseThrow();
    }

    private static Row row(Part part, ProgramReport report) {
        return new Row(
                Finding.titleOf(part.check()),
                part.check().label(),
                part.verdict().word(),
                style(part.verdict()),
                number(part.marks()),
                number(part.most()),
                report.rings().stream().map(ring -> detail(ring, ring.of(part.check()))).toList());
    }

    private static Stream<Row> rowsBeyond(RingReport ring) {
        return ring.findings().stream()
                .filter(finding -> finding.check().isBeyond())
                .map(finding -> rowBeyond(finding, ring));
    }

    private static Row rowBeyond(Finding finding, RingReport ring) {
        return new Row(
                finding.title(),
                finding.check().label(),
                finding.verdict().word(),
                style(finding.verdict()),
                "",
                "",
                List.of(detail(ring, finding)));
    }

    private static Detail detail(RingReport ring, Finding finding) {
        return new Detail(
                Messages.CHECK.format("ring." + ring.plan().label()),
                list(ring.plan().ring()),
                finding.verdict().word(),
                style(finding.verdict()),
                finding.expected(),
                finding.actual(),
                finding.evidence(),
                finding.verdict() == Verdict.FAILED ? finding.whereToLook() : "");
    }

    private static String sentence(Claim claim) {
        return Messages.CHECK.format("claim.wrong", claim.peer(), list(claim.successors()));
    }

    private static String list(List<PeerId> peers) {
        String last = peers.getLast().toString();
        return peers.size() == 1
                ? last
                : Messages.CHECK.format(
                        "list",
                        peers.subList(0, peers.size() - 1).stream()
                                .map(PeerId::toString)
                                .collect(Collectors.joining(", ")),
                        last);
    }

    static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
