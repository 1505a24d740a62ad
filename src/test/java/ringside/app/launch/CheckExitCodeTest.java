package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingReport;
import ringside.check.Verdict;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** The exit code of a check tells what was found (PROGRAMS 5.2). */
class CheckExitCodeTest {

    @ParameterizedTest
    @CsvSource({
        "HELD, HELD, 0, 0",
        "DEVIATES, HELD, 0, 0",
        "NOT_APPLICABLE, HELD, 0, 0",
        "FAILED, HELD, 1, 1",
        "NOT_REACHED, HELD, 1, 1",
        "INCONCLUSIVE, HELD, 4, 4",
        "HELD, FAILED, 0, 1",
        "HELD, NOT_REACHED, 0, 1",
        "HELD, INCONCLUSIVE, 0, 0",
        "INCONCLUSIVE, FAILED, 4, 1"
    })
    void theWorstVerdictCountsAndWhatIsBeyondOnlyIfStrict(
            Verdict marked, Verdict beyond, int usual, int strict) throws Exception {
        ProgramReport report = report(marked, beyond);
        assertThat(CheckCommand.exitCode(report, false)).isEqualTo(usual);
        assertThat(CheckCommand.exitCode(report, true)).isEqualTo(strict);
    }

    private static ProgramReport report(Verdict marked, Verdict beyond) throws Exception {
        Rules rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        RingPlan plan = RingPlan.ofAssignment(rules);
        List<Finding> findings =
                CheckName.marked().stream()
                        .map(check ->
                                finding(
                                        check,
                                        check == CheckName.KILL_NOTICED ? marked : Verdict.HELD))
                        .toList();
        return new ProgramReport(
                "kim",
                rules,
                7,
                List.of(new RingReport(plan, findings, plan.ring(), List.of())),
                Stream.of(finding(CheckName.RUBBISH, beyond))
                        .map(each -> new RingReport(plan, List.of(each), List.of(), List.of()))
                        .toList());
    }

    private static Finding finding(CheckName check, Verdict verdict) {
        return new Finding(check, verdict, 1, List.of(), List.of(), List.of());
    }
}
