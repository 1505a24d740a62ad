package ringside.app.launch;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingProgramme;
import ringside.check.RingReport;
import ringside.check.Scene;
import ringside.check.Verdict;
import ringside.node.UsageException;
import ringside.rules.CheckName;
import ringside.text.Messages;

/** The checks that are asked for, with those that they need: usually all (PROGRAMS 5.1). */
final class AskedChecks {

    private final Set<CheckName> checks;

    private AskedChecks(Set<CheckName> checks) {
        this.checks = checks;
    }

    /** Returns all checks. */
    static AskedChecks all() {
        return new AskedChecks(EnumSet.allOf(CheckName.class));
    }

    /**
     * Returns the checks with some labels, and what they need.
     *
     * @param labels none for all checks
     * @throws UsageException when there is no check of a label; the sentence has all labels
     */
    static AskedChecks of(List<String> labels) throws UsageException {
        if (labels.isEmpty()) {
            return all();
        }
        Set<CheckName> checks = EnumSet.noneOf(CheckName.class);
        for (String label : labels) {
            addWithNeeds(named(label), checks);
        }
        return new AskedChecks(checks);
    }

    private static CheckName named(String label) throws UsageException {
        return Arrays.stream(CheckName.values())
                .filter(check -> check.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                Messages.LAUNCH.format(
                                        "check.unknown",
                                        label,
                                        Arrays.stream(CheckName.values())
                                                .map(CheckName::label)
                                                .collect(Collectors.joining(", ")))));
    }

    private static void addWithNeeds(CheckName check, Set<CheckName> checks) {
        if (checks.add(check)) {
            Scene.neededBy(check).forEach(need -> addWithNeeds(need, checks));
        }
    }

    /** Returns those that are looked at. */
    Set<CheckName> checks() {
        return Collections.unmodifiableSet(checks);
    }

    /** Returns a ring with the scenes that these checks look at. */
    RingProgramme of(RingProgramme ring) {
        return new RingProgramme(
                ring.plan(), ring.scenes().stream().filter(this::isPlayed).toList());
    }

    /** Returns the rings of which these checks look at more than the pings. */
    List<RingProgramme> beyond(List<RingProgramme> rings) {
        return rings.stream().map(this::of).filter(ring -> ring.scenes().size() > 1).toList();
    }

    private boolean isPlayed(Scene scene) {
        return scene == Scene.PINGS || !Collections.disjoint(scene.checks(), checks);
    }

    /** Returns a report in which nothing is said, good or bad, about all other checks. */
    ProgramReport of(ProgramReport report) {
        return new ProgramReport(
                report.name(),
                report.rules(),
                report.seed(),
                report.rings().stream().map(this::withMarks).toList(),
                report.beyond().stream().map(this::beyond).toList());
    }

    private RingReport withMarks(RingReport ring) {
        return withFindings(
                ring,
                CheckName.marked().stream()
                        .map(check ->
                                checks.contains(check) ? ring.of(check) : notAskedFor(check)));
    }

    private RingReport beyond(RingReport ring) {
        return withFindings(
                ring, ring.findings().stream().filter(finding -> checks.contains(finding.check())));
    }

    private static RingReport withFindings(RingReport ring, Stream<Finding> findings) {
        return new RingReport(ring.plan(), findings.toList(), ring.living(), ring.claims());
    }

    private static Finding notAskedFor(CheckName check) {
        return new Finding(
                check,
                Verdict.NOT_APPLICABLE,
                0,
                List.of(),
                List.of(Messages.LAUNCH.format("check.notAsked")),
                List.of());
    }
}
