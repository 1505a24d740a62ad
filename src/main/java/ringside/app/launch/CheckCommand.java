package ringside.app.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.app.Main;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.Verdict;
import ringside.check.run.IsolatedRing;
import ringside.check.run.LocalRing;
import ringside.check.run.ProgramCheck;
import ringside.check.run.RingRunner;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.program.ProgramBuild;
import ringside.text.Messages;

/** {@code check [DIR]}: checks a program against its rules, and marks it (PROGRAMS 5). */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private static final int CANNOT_START = 3;
    private static final int INCONCLUSIVE = 4;

    @Option(names = "--seed", paramLabel = "N")
    private @Nullable Long givenSeed;

    @Option(names = "--base-port", paramLabel = "PORT")
    private @Nullable Integer basePort;

    @Mixin private ProgramOptions which = new ProgramOptions();

    /**
     * Checks the program, and prints what was found; blocks for minutes.
     *
     * @throws UsageException when no program fits, or an option is wrong
     */
    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        Program program = which.program();
        long seed = givenSeed == null ? new Random().nextInt(1_000_000) : givenSeed;
        System.out.println(
                Messages.LAUNCH.format(
                        "check.begins", program.start().line(), program.rules().name(), seed));
        Path work = Files.createTempDirectory("ringside-check");
        try {
            Path built = work.resolve("program");
            ProgramBuild.build(program, built);
            ProgramReport report =
                    new ProgramCheck(settings(program, built, work, seed), runner(), this::print)
                            .run();
            CheckSummary.print(report, System.out);
            return exitCode(report);
        } catch (IOException e) {
            System.err.println(
                    Messages.LAUNCH.format("usage.wrong", String.valueOf(e.getMessage())));
            return CANNOT_START;
        } finally {
            delete(work);
        }
    }

    private ProgramCheck.Settings settings(Program program, Path built, Path work, long seed) {
        return new ProgramCheck.Settings(
                String.valueOf(program.folder().getFileName()),
                program,
                built,
                work.resolve("rings"),
                basePort == null ? program.rules().basePort() : basePort,
                List.of(RingPlan.ofAssignment(program.rules()), RingPlan.drawn(seed)),
                seed);
    }

    private static RingRunner runner() {
        if (IsolatedRing.isPossible()) {
            return new IsolatedRing(CheckCommand::inside);
        }
        System.out.println(Messages.LAUNCH.format("check.together"));
        return new LocalRing();
    }

    /** Returns the command of this program for a process inside namespaces. */
    private static List<String> inside(Path folder) {
        return List.of(
                Installation.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + folder,
                "-Djna.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                CheckRingCommand.NAME);
    }

    private synchronized void print(RingPlan ring, Finding finding) {
        System.out.printf(
                Locale.ROOT,
                "%-11s %-22s %s%n",
                ring.label(),
                finding.check().label(),
                CheckSummary.word(finding.verdict()));
    }

    private static int exitCode(ProgramReport report) {
        if (report.count(Verdict.FAILED) + report.count(Verdict.NOT_REACHED) > 0) {
            return 1;
        }
        return report.count(Verdict.INCONCLUSIVE) > 0 ? INCONCLUSIVE : 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
