package ringside.supervisor;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folders of past runs: one a run, the newest are kept. Any thread may call. */
public final class RunFolders {

    /** How many runs are kept: those of a lesson, some 100 MB at most with large files. */
    public static final int KEPT = 10;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

    private static final String NAME_PATTERN = "\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d(-\\d+)?";

    private RunFolders() {}

    /** Where runs are kept unless the user says otherwise: {@code ~/.ringside/runs}. */
    public static Path usual() {
        return Path.of(System.getProperty("user.home"), ".ringside", "runs");
    }

    /**
     * Makes a folder for a run that begins now, and deletes the oldest ones. Only folders that are
     * named as this class names them are ever deleted.
     *
     * @param runs the folder of all runs; made when it is missing
     * @param now the local time, for its name
     */
    public static Path create(Path runs, LocalDateTime now) throws IOException {
        Files.createDirectories(runs);
        Path folder = createFree(runs, NAME.format(now));
        deleteOldest(runs);
        return folder;
    }

    private static Path createFree(Path runs, String name) throws IOException {
        for (int copy = 1; ; copy++) {
            try {
                return Files.createDirectory(runs.resolve(copy == 1 ? name : name + "-" + copy));
            } catch (FileAlreadyExistsException e) {
                // Another run began within the same second: take the next name.
            }
        }
    }

    private static void deleteOldest(Path runs) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> all = Files.list(runs)) {
            newestFirst =
                    all.filter(Files::isDirectory)
                            .filter(folder -> nameOf(folder).matches(NAME_PATTERN))
                            .sorted(Comparator.comparing(RunFolders::nameOf).reversed())
                            .toList();
        }
        for (Path old : newestFirst.stream().skip(KEPT).toList()) {
            delete(old);
        }
    }

    private static String nameOf(Path folder) {
        return folder.getFileName().toString();
    }

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> inside = Files.walk(folder)) {
            deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
