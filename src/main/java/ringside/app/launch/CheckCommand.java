package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.Verdict;
import ringside.check.report.ClassReport;
import ringside.check.report.ReportFiles;
import ringside.check.run.LocalRing;
import ringside.check.run.RingRunner;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.text.Messages;

/** {@code check [DIR]}: checks a program against its rules, and marks it (PROGRAMS 5). */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private static final int CANNOT_START = 3;
    private static final int INCONCLUSIVE = 4;

    @Option(names = "--seed", paramLabel = "N")
    private @Nullable Long givenSeed;

    @Option(names = "--report", paramLabel = "DIR")
    private @Nullable Path report;

    @Option(names = "--each", paramLabel = "PATTERN", arity = "1..*")
    private List<String> patterns = List.of();

    @Option(names = "--only", paramLabel = "CHECK")
    private List<String> only = List.of();

    @Option(names = "--jobs", paramLabel = "N")
    private int jobs = 2;

    @Option(names = "--strict")
    private boolean strict;

    @Option(names = "--anonymous")
    private boolean anonymous;

    @Option(names = "--base-port", paramLabel = "PORT")
    private @Nullable Integer basePort;

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "program.folder")
    private Path folder = Path.of("");

    @Mixin private ProgramOptions which = new ProgramOptions();

    /**
     * Checks one program or those of a class, and prints what was found; blocks for minutes.
     *
     * @throws UsageException when no program fits, or an option is wrong
     * @throws IOException when a report cannot be written
     */
    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        if (!only.isEmpty() && !patterns.isEmpty()) {
            throw new UsageException(Messages.LAUNCH.format("check.onlyOne"));
        }
        AskedChecks asked = AskedChecks.of(only);
        RingRunner runner = OneCheck.safestRunner();
        boolean isTogether = runner instanceof LocalRing;
        if (isTogether) {
            System.out.println(Messages.LAUNCH.format("check.together"));
        }
        OneCheck check = new OneCheck(runner, asked, basePort);
        return patterns.isEmpty()
                ? checkOne(check, asked)
                : checkEach(check, isTogether ? 1 : jobs);
    }

    private int checkOne(OneCheck check, AskedChecks asked)
            throws UsageException, IOException, InterruptedException {
        Program program = which.askedFor(folder);
        long seed = givenSeed == null ? new Random().nextInt(1_000_000) : givenSeed;
        System.out.println(
                Messages.LAUNCH.format(
                        "check.begins", program.start().line(), program.rules().name(), seed));
        String name = String.valueOf(program.folder().getFileName());
        Path reports = reports(name);
        try {
            ProgramReport found =
                    check.run(
                            program,
                            anonymous ? Messages.LAUNCH.format("check.anonymous") : name,
                            seed,
                            reports,
                            (ring, finding) -> print(ring, finding, asked));
            CheckSummary.print(found, asked.checks(), System.out);
            System.out.println(
                    Messages.LAUNCH.format("check.report", reports.resolve(ReportFiles.HTML)));
            return exitCode(found, strict);
        } catch (OneCheck.CannotStartException e) {
            System.err.println(
                    Messages.LAUNCH.format("usage.wrong", String.valueOf(e.getMessage())));
            System.out.println(
                    Messages.LAUNCH.format("check.report", reports.resolve(ReportFiles.HTML)));
            return CANNOT_START;
        }
    }

    private int checkEach(OneCheck check, int atATime)
            throws UsageException, IOException, InterruptedException {
        if (jobs < 1) {
            throw new UsageException(Messages.LAUNCH.format("check.jobs", jobs));
        }
        List<Path> folders = folders();
        Path reports = reports("class");
        System.out.println(Messages.LAUNCH.format("check.class", folders.size(), reports));
        new ClassCheck(
                        check,
                        which,
                        reports,
                        anonymous ? ClassCheck.Naming.ANONYMOUS : ClassCheck.Naming.BY_FOLDER,
                        System.out)
                .run(folders, atATime, givenSeed);
        System.out.println(
                Messages.LAUNCH.format(
                        "check.classDone",
                        reports.resolve(ClassReport.PAGE),
                        reports.resolve(ClassReport.TABLE)));
        return 0;
    }

    private Path reports(String name) {
        return report == null
                ? Path.of(
                        System.getProperty("user.home"),
                        ".ringside",
                        "reports",
                        ClassReport.folderOf(name))
                : report;
    }

    /** Returns the folders that fit the patterns: the shell may have filled them already. */
    private List<Path> folders() throws UsageException, IOException {
        List<Path> found = new ArrayList<>();
        for (String pattern : patterns) {
            found.addAll(FolderPattern.folders(pattern));
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    Messages.LAUNCH.format("check.nobody", String.join(" ", patterns)));
        }
        return found.stream().distinct().sorted().toList();
    }

    private synchronized void print(RingPlan ring, Finding finding, AskedChecks asked) {
        if (!asked.checks().contains(finding.check())) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-11s %-22s %s%n",
                ring.label(),
                finding.check().label(),
                finding.verdict().word());
    }

    static int exitCode(ProgramReport report, boolean isStrict) {
        if (report.count(Verdict.FAILED) + report.count(Verdict.NOT_REACHED) > 0) {
            return 1;
        }
        if (isStrict && report.findingsBeyond().stream().anyMatch(CheckCommand::isBad)) {
            return 1;
        }
        return report.count(Verdict.INCONCLUSIVE) > 0 ? INCONCLUSIVE : 0;
    }

    private static boolean isBad(Finding finding) {
        return switch (finding.verdict()) {
            case FAILED, NOT_REACHED -> true;
            case HELD, DEVIATES, INCONCLUSIVE, NOT_APPLICABLE -> false;
        };
    }
}
