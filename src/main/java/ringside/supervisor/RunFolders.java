package ringside.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.text.Messages;

/**
 * The folders of past runs, one per run, of which the newest are kept. Stateless; may be called
 * from any thread.
 */
public final class RunFolders {

    /** Number of runs to keep: those of a lesson, some 100 MB at most with large files. */
    public static final int KEPT = 10;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

    private static final String NAME_PATTERN = "\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d(-\\d+)?";

    /** Name of the recording in the folder of a run. */
    public static final String RECORDING = "ring.ringside";

    /** Tolerates the clock of a file server, and summer time. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private static final Logger LOGGER = System.getLogger("ringside.folders");

    private RunFolders() {}

    /** Returns the default folder of all runs: {@code ~/.ringside/runs}. */
    public static Path usual() {
        return Path.of(System.getProperty("user.home"), ".ringside", "runs");
    }

    /** Returns the default folder of all runs of agents: {@code ~/.ringside/agents}. */
    public static Path ofAgents() {
        return usual().resolveSibling("agents");
    }

    /**
     * Creates a folder for a run that begins now.
     *
     * @param runs the folder of all runs; created if it is missing
     * @param now the local time, for its name
     * @throws IOException when no folder can be created
     */
    public static RunFolder create(Path runs, LocalDateTime now) throws IOException {
        if (!Files.isDirectory(runs)) {
            Files.createDirectories(runs, RunFolder.forUserAlone());
        }
        return createFree(runs, NAME.format(now));
    }

    /**
     * Deletes the oldest runs beside a given one, unless they are in use. Only folders with names
     * of this class's pattern are ever deleted. One that cannot be deleted is logged.
     *
     * @param ours is kept
     * @param isKept tells the other folders that stay, and do not count
     */
    public static void deleteOldest(RunFolder ours, Instant now, Predicate<Path> isKept) {
        Path runs = ours.path().resolveSibling("");
        try {
            newestFirst(runs, now).stream()
                    .filter(run -> !run.equals(ours.path()) && !isKept.test(run))
                    .skip(KEPT - 1)
                    .filter(old -> !RunFolder.isAlive(old))
                    .forEach(RunFolders::deleteOrLog);
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(Level.WARNING, Messages.SUPERVISOR.format("folder.notDeleted", runs), e);
        }
    }

    private static RunFolder createFree(Path runs, String name) throws IOException {
        for (int copy = 1; ; copy++) {
            try {
                return RunFolder.create(runs.resolve(copy == 1 ? name : name + "-" + copy));
            } catch (FileAlreadyExistsException e) {
                // Another run began within the same second: try the next name.
            }
        }
    }

    /**
     * Returns the folders of runs, the one that was written last first.
     *
     * @throws IOException when the folder of all runs cannot be read
     */
    public static List<Path> newestFirst(Path runs) throws IOException {
        return newestFirst(runs, Instant.now());
    }

    /** Returns whether a run, of this program or of another one, is using a folder. */
    public static boolean isAlive(Path run) {
        return RunFolder.isAlive(run);
    }

    /**
     * Deletes the folder of a run with all its content.
     *
     * @throws IOException when it is none of a run, is in use, or something of it stays
     */
    public static void deleteRun(Path run) throws IOException {
        if (!nameOf(run).matches(NAME_PATTERN) || RunFolder.isAlive(run)) {
            throw new IOException(Messages.SUPERVISOR.format("folder.notDeleted", run));
        }
        delete(run);
    }

    private static List<Path> newestFirst(Path runs, Instant now) throws IOException {
        Map<Path, Instant> ages = new HashMap<>();
        try (Stream<Path> all = Files.list(runs)) {
            all.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .filter(folder -> nameOf(folder).matches(NAME_PATTERN))
                    .forEach(folder -> ages.put(folder, lastWritten(folder, now)));
        }
        return ages.keySet().stream()
                .sorted(
                        Comparator.comparing((Path folder) -> ages.get(folder))
                                .thenComparing(RunFolders::nameOf)
                                .reversed())
                .toList();
    }

    /**
     * Returns when a run last wrote. A time in the future was set by a wrong clock, and only shows
     * that the run began before this one, so it counts as the oldest.
     */
    private static Instant lastWritten(Path folder, Instant now) {
        try {
            Path recording = folder.resolve(RECORDING);
            Instant time =
                    Files.getLastModifiedTime(Files.exists(recording) ? recording : folder)
                            .toInstant();
            return time.isAfter(now.plus(CLOCK_TOLERANCE)) ? Instant.EPOCH : time;
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static void deleteOrLog(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(Level.WARNING, Messages.SUPERVISOR.format("folder.notDeleted", folder), e);
        }
    }

    private static String nameOf(Path folder) {
        return folder.getFileName().toString();
    }

    /**
     * Deletes a folder with all its content, as far as possible.
     *
     * @throws IOException the first failure, after the rest was deleted
     */
    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> inside = Files.walk(folder)) {
            deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        }
        @Nullable IOException first = null;
        for (Path path : deepestFirst) {
            try {
                Files.deleteIfExists(path);
            } catch (DirectoryNotEmptyException e) {
                // The failure to delete its content is already recorded.
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
