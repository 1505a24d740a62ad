package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.Verdict;
import ringside.program.Program;
import ringside.program.ProgramBuild;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.CommandTemplate;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** One short real check for each language (PROGRAMS 5.10); whole ones are run by hand. */
@RealProcesses
@Order(1)
class ProgramCheckTest {

    private static final int BASE_PORT = 29_400;

    /** Connections that were closed hold the ports of a ring for a minute. */
    private static final int PORTS = 50;

    private static final Path PROGRAMS =
            Path.of("src", "test", "resources", "ringside", "programs");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private static final RingPlan PLAN =
            new RingPlan(
                    "short",
                    Stream.of(1, 3, 5, 8, 12).map(PeerId::new).toList(),
                    99,
                    0.3,
                    new PeerId(5),
                    new FileNumber("2012"),
                    List.of(new RingPlan.SizedFile(new FileNumber("2012"), 1_000)),
                    new PeerId(8),
                    new PeerId(3));

    @TempDir private Path folder;

    @Test
    void aRightProgramInPythonHolds() throws Exception {
        assumeTrue(hasPython(), "there is no python3");
        ProgramReport report = check("pickle", null, "python3 cdht.py", BASE_PORT);
        assertThat(verdicts(report)).as(report.toString()).isEqualTo(EnumSet.of(Verdict.HELD));
    }

    @Test
    void aRightProgramInJavaHolds() throws Exception {
        ProgramReport report =
                check(
                        "serialization",
                        "'" + JAVA.resolve("javac") + "' cdht.java",
                        "'" + JAVA.resolve("java") + "' cdht",
                        BASE_PORT + PORTS);
        assertThat(verdicts(report)).as(report.toString()).isEqualTo(EnumSet.of(Verdict.HELD));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Few segments are dropped, or none: how many, and what follows, is for longer checks. */
    private static Set<Verdict> verdicts(ProgramReport report) {
        Set<CheckName> byChance = EnumSet.of(CheckName.DROP_PROBABILITY, CheckName.RETRANSMISSION);
        return report.rings().getFirst().findings().stream()
                .filter(finding -> !byChance.contains(finding.check()))
                .map(Finding::verdict)
                .filter(verdict -> verdict != Verdict.NOT_APPLICABLE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
    }

    /** Pings fast, and is patient with a busy machine. */
    private ProgramReport check(String name, @Nullable String build, String run, int basePort)
            throws Exception {
        Rules rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        Program program =
                new Program(
                        rules,
                        PROGRAMS.resolve(name),
                        build == null ? null : CommandTemplate.parse(build),
                        CommandTemplate.parse(
                                run
                                        + " {id} {first} {second} {mss} {loss} "
                                        + basePort
                                        + " 0.25 20"),
                        null);
        Path built = folder.resolve("program");
        ProgramBuild.build(program, built, UnaryOperator.identity());
        return new ProgramCheck(
                        new ProgramCheck.Settings(
                                name,
                                program,
                                built,
                                folder.resolve("rings"),
                                basePort,
                                List.of(RingProgramme.marked(PLAN)),
                                List.of(),
                                5,
                                null),
                        new LocalRing(),
                        (_, _) -> {})
                .run();
    }
}
