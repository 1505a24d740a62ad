package ringside.app.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.check.ProgramReport;
import ringside.check.report.ClassReport;
import ringside.check.report.Marks;
import ringside.digest.Digests;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.text.Messages;

/**
 * Checks the programs of a class, some at a time, each with a report of its own (PROGRAMS 5.8). A
 * second run goes on where the first one stopped.
 */
final class ClassCheck {

    private static final String SEED_FILE = "seed.txt";
    private static final int KEY_DIGITS = 24;
    private static final int ALIAS = 8;

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
     * @throws IOException when a report cannot be written
     */
    List<Marks> run(List<Path> folders, int jobs, @Nullable Long givenSeed)
            throws IOException, InterruptedException {
        Files.createDirectories(reports);
        long seed = seed(givenSeed);
        List<Marks> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            List<Future<Marks>> running =
                    folders.stream()
                            .map(each -> threads.submit(() -> marksOf(each, seed)))
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
        Path file = reports.resolve(SEED_FILE);
        if (given == null && Files.exists(file)) {
            return Long.parseLong(Files.readString(file).strip());
        }
        long seed = given == null ? new SecureRandom().nextInt(1_000_000_000) : given;
        Files.writeString(file, seed + "\n");
        return seed;
    }

    private Marks marksOf(Path folder, long seed) throws IOException, InterruptedException {
        String digest = digestOf(folder);
        String name = nameOf(folder, digest);
        Path report = reports.resolve(ClassReport.folderOf(name));
        String key = keyOf(digest, seed);
        Marks before = Marks.read(report).filter(marks -> marks.key().equals(key)).orElse(null);
        if (before != null) {
            tell("check.again", before);
            return before;
        }
        Marks marks = checked(folder, name, key, seed, report);
        marks.write(report);
        tell("check.done", marks);
        return marks;
    }

    private Marks checked(Path folder, String name, String key, long seed, Path report)
            throws InterruptedException {
        try {
            Program program = which.in(folder);
            ProgramReport found = check.run(program, name, seed, report, (_, _) -> {});
            return Marks.of(key, found);
        } catch (UsageException | IOException e) {
            return new Marks(key, name, String.valueOf(e.getMessage()), List.of());
        }
    }

    private synchronized void tell(String key, Marks marks) {
        out.println(
                Messages.LAUNCH.format(
                        key,
                        marks.name(),
                        String.format(java.util.Locale.ROOT, "%.2f", marks.total()),
                        marks.trouble()));
    }

    private String nameOf(Path folder, String digest) {
        return switch (naming) {
            case BY_FOLDER -> String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            case ANONYMOUS -> Messages.LAUNCH.format("check.alias", digest.substring(0, ALIAS));
        };
    }

    private String keyOf(String digest, long seed) throws IOException {
        Path archive = Installation.locationOfProgram();
        String version =
                Files.isRegularFile(archive) ? shortDigest(Files.readAllBytes(archive)) : "";
        return digest + "-" + seed + "-" + version;
    }

    /** Returns a digest of all names and bytes in a folder. */
    private static String digestOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(folder.relativize(file))
                        .append('\n')
                        .append(shortDigest(Files.readAllBytes(file)))
                        .append('\n');
            }
        }
        return shortDigest(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String shortDigest(byte[] bytes) {
        return Digests.sha256(bytes).substring(0, KEY_DIGITS);
    }
}
