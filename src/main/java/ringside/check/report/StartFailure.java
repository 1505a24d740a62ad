package ringside.check.report;

import java.util.List;
import java.util.Map;
import ringside.check.Attempts;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.RingReport;
import ringside.check.Verdict;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.text.Messages;

/** What a program gets that cannot be built or started: no marks (PROGRAMS 5.7). */
public final class StartFailure {

    private StartFailure() {}

    /**
     * Returns the report of a program of which no ring was played.
     *
     * @param name of the program, for people
     * @param rings that would have been marked
     * @param reason one or more lines, such as the last ones of the build
     */
    public static ProgramReport report(
            String name, Rules rules, long seed, List<RingProgramme> rings, String reason) {
        return new ProgramReport(
                name,
                rules,
                seed,
                rings.stream().map(ring -> ring(ring, rules, reason)).toList(),
                List.of());
    }

    private static RingReport ring(RingProgramme ring, Rules rules, String reason) {
        RingPlan plan = ring.plan();
        Attempts none = new Attempts(ring.scenes(), List.of());
        Finding unbuilt =
                new Finding(
                        CheckName.STARTS,
                        Verdict.FAILED,
                        0,
                        List.of(Messages.CHECK.format("unbuilt.expected")),
                        Messages.CHECK.format("unbuilt.actual", reason).lines().toList(),
                        List.of(),
                        "unbuilt");
        // Each attempt would end like the first.
        while (!none.areOver()) {
            none.take(Map.of(CheckName.STARTS, unbuilt));
        }
        return new RingReport(plan, none.findings(rules), plan.ring(), List.of());
    }
}
