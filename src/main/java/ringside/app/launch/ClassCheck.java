package ringside.app.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import ringside.check.report.ClassReport;
import ringside.check.report.Marks;
import ringside.node.Failures;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.text.Messages;

/**
 * Checks the programs of a class, some at a time, each with a report of its own (PROGRAMS 5.8). A
 * second run goes on where the first one stopped.
 */
final class ClassCheck {

    /** How a program is named in the reports. */
    enum Naming {
        /** By its folder. */
        BY_FOLDER,
        /** By what its folder holds, so that nobody is named. */
        ANONYMOUS
    }

    private final OneCheck check;
    private final ProgramOptions which;
    private final Path reports;
    private final Naming naming;
    private final PrintStream out;

    ClassCheck(OneCheck check, ProgramOptions which, Path reports, Naming naming, PrintStream out) {
        this.check = check;
        this.which = which;
        this.reports = reports;
        this.naming = naming;
        this.out = out;
    }

    /**
     * Checks the program in each folder; blocks for as long as it takes.
     *
     * @param jobs how many at a time
     * @param givenSeed for all of them; null for the one of the run before, or a secret one
     * @return what each got, in the order of the folders
     * @throws UsageException when an option is wrong
     * @throws IOException when a report cannot be written
     */
    List<Marks> run(List<Path> folders, int jobs, @Nullable Long givenSeed)
            throws UsageException, IOException, InterruptedException {
        String how = how();
        Files.createDirectories(reports);
        long seed = seed(givenSeed);
        List<Marks> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            List<Future<Marks>> running =
                    Submission.in(folders, naming).stream()
                            .map(each -> threads.submit(() -> marksOf(each, seed, how)))
                            .toList();
            for (Future<Marks> each : running) {
                all.add(each.get());
                ClassReport.write(all, reports);
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
        return all;
    }

    /** All programs get the same drawn ring, which nobody knows beforehand. */
    private long seed(@Nullable Long given) throws IOException {
        Path file = reports.resolve(ClassReport.SEED);
        if (given == null && Files.exists(file)) {
            return Long.parseLong(Files.readString(file).strip());
        }
        long seed = given == null ? new SecureRandom().nextInt(1_000_000_000) : given;
        Files.writeString(file, seed + "\n");
        return seed;
    }

    /** Whatever goes wrong with one program costs that program alone. */
    private Marks marksOf(Submission submission, long seed, String how)
            throws IOException, InterruptedException {
        String name = submission.name();
        String key = submission.digest() + "-" + seed + "-" + how;
        Path report = reports.resolve(ClassReport.folderOf(name));
        Marks before = Marks.read(report).filter(each -> isStill(each, name, key)).orElse(null);
        if (before != null) {
            tell("check.again", before);
            return before;
        }
        Marks marks = checked(submission, key, seed, report);
        marks.write(report);
        tell("check.done", marks);
        return marks;
    }

    private Marks checked(Submission submission, String key, long seed, Path report)
            throws InterruptedException {
        if (!submission.trouble().isEmpty()) {
            return withTrouble(submission, key, submission.trouble());
        }
        try {
            Program program = which.in(submission.folder());
            return Marks.of(key, check.run(program, submission.name(), seed, report, (_, _) -> {}));
        } catch (IOException e) {
            return withTrouble(submission, key, Failures.sentence(e));
        } catch (UsageException | RuntimeException | OutOfMemoryError e) {
            return withTrouble(submission, key, String.valueOf(e.getMessage()));
        }
    }

    /** What was in the way once may be gone: a program that was not checked is tried again. */
    private static boolean isStill(Marks before, String name, String key) {
        return before.key().equals(key) && before.name().equals(name) && before.trouble().isEmpty();
    }

    private static Marks withTrouble(Submission submission, String key, String sentence) {
        Path folder = submission.folder();
        return new Marks(
                key, submission.name(), OneCheck.redaction(folder, folder).of(sentence), List.of());
    }

    private synchronized void tell(String key, Marks marks) {
        out.println(
                Messages.LAUNCH.format(
                        key,
                        marks.name(),
                        String.format(java.util.Locale.ROOT, "%.2f", marks.total()),
                        marks.trouble()));
    }

    /** Returns a digest of what all programs of a class are checked with. */
    private String how() throws UsageException, IOException {
        return FolderDigest.of(which.digest() + FolderDigest.of(Installation.locationOfProgram()));
    }
}
