package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.node.TinyDisk;

/** Creation, locking and deletion of the folders of runs. */
class RunFoldersTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0, 0);

    @TempDir private Path home;

    @Test
    void theNewestRunsAreKeptAndNothingElseIsTouched() throws IOException {
        Path runs = home.resolve("a/runs");
        Files.createDirectories(runs.resolve("my own notes"));
        for (int minute = 0; minute < RunFolders.KEPT + 3; minute++) {
            Path run = create(runs, NOON.plusMinutes(minute));
            Files.createDirectories(run.resolve("peer-5/received"));
            Files.writeString(run.resolve("peer-5/received/2012.txt"), "text");
            Files.setLastModifiedTime(run, FileTime.from(instant(NOON.plusMinutes(minute))));
        }
        assertThat(names(runs))
                .hasSize(RunFolders.KEPT + 1)
                .startsWith("2026-03-01T12-03-00")
                .endsWith("2026-03-01T12-12-00", "my own notes");
    }

    @Test
    void twoRunsInTheSameSecondHaveFoldersOfTheirOwn() throws IOException {
        assertThat(create(home, NOON)).isNotEqualTo(create(home, NOON));
    }

    @Test
    void aFolderInWhichARunLivesIsKeptHoweverOldItIs() throws IOException {
        try (RunFolder alive = RunFolders.create(home, NOON)) {
            for (int minute = 1; minute < 2 * RunFolders.KEPT; minute++) {
                create(home, NOON.plusMinutes(minute));
            }
            assertThat(alive.path()).isDirectory();
        }
        create(home, NOON.plusHours(1));
        assertThat(names(home)).hasSize(RunFolders.KEPT).doesNotContain("2026-03-01T12-00-00");
    }

    /** Starts a program that claims a folder, and says so. */
    private static Process claimElsewhere(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Looking at its own lock must not release it. */
    @Test
    void aRunOfThisProgramStaysItsOwnHoweverOftenOneAsks() throws Exception {
        try (RunFolder run = RunFolders.create(home, NOON)) {
            assertThat(RunFolders.isAlive(run.path())).isTrue();
            assertThat(RunFolders.isAlive(run.path())).isTrue();
            Process other = claimElsewhere(run.path());
            try {
                assertThat(other.inputReader().readLine()).isNotEqualTo("locked");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aRunThatAnotherProgramHoldsIsKept() throws Exception {
        Path runs = Files.createDirectories(home.resolve("runs"));
        Process holder = claimElsewhere(runs.resolve("2026-03-01T12-00-00"));
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked");
            for (int minute = 1; minute < 2 * RunFolders.KEPT; minute++) {
                create(runs, NOON.plusMinutes(minute));
            }
            assertThat(runs.resolve("2026-03-01T12-00-00")).isDirectory();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        create(runs, NOON.plusHours(1));
        assertThat(runs.resolve("2026-03-01T12-00-00")).doesNotExist();
    }

    @Test
    void runsOfAClockThatWasAheadGoFirstAndTheNewRunStays() throws IOException {
        for (int day = 1; day <= RunFolders.KEPT; day++) {
            create(home, NOON.plusYears(30).plusDays(day));
        }
        Path last = create(home, NOON.minusMinutes(1));
        try (RunFolder now = RunFolders.create(home, NOON)) {
            RunFolders.deleteOldest(now, instant(NOON), run -> false);
            assertThat(now.path()).isDirectory();
            assertThat(last).isDirectory();
            assertThat(names(home)).hasSize(RunFolders.KEPT);
        }
    }

    @Test
    void anOldRunWithADiskInItIsNoReasonNotToBegin() throws IOException {
        Path stuck = create(home, NOON.minusDays(1));
        Files.writeString(stuck.resolve("deleted.txt"), "y");
        try (TinyDisk _ = TinyDisk.mount(stuck.resolve("peer-5"), 64)) {
            for (int minute = 0; minute <= RunFolders.KEPT; minute++) {
                assertThat(create(home, NOON.plusMinutes(minute))).isDirectory();
            }
            assertThat(stuck.resolve("peer-5")).isDirectory();
            assertThat(stuck.resolve("deleted.txt")).doesNotExist();
        }
    }

    @Test
    void anOldRunThatCannotBeDeletedIsNoReasonNotToBegin() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may delete everything");
        Path stuck = create(home, NOON.minusDays(1));
        Path inside = Files.createDirectory(stuck.resolve("peer-5"));
        Files.writeString(inside.resolve("x"), "y");
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("r-x------"));
        try {
            for (int minute = 0; minute <= RunFolders.KEPT; minute++) {
                assertThat(create(home, NOON.plusMinutes(minute))).isDirectory();
            }
            assertThat(inside.resolve("x")).exists();
        } finally {
            Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void theFolderOfARunIsItsUsersAlone() throws IOException {
        Path run = create(home.resolve("new/runs"), NOON);
        for (Path folder : List.of(run, home.resolve("new/runs"), home.resolve("new"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .as(folder.toString())
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void twoRunsCannotLiveInOneFolder() throws IOException {
        Path data = home.resolve("data");
        try (RunFolder _ = RunFolder.claim(data)) {
            assertThatThrownBy(() -> RunFolder.claim(data))
                    .hasMessage(
                            "Another run of Ringside lives in %s: choose another folder with"
                                    + " --data.",
                            data);
        }
        RunFolder.claim(data).close();
    }

    /** Creates the folder of an ended run, with files as old as its name says. */
    private static Path create(Path runs, LocalDateTime at) throws IOException {
        try (RunFolder run = RunFolders.create(runs, at)) {
            RunFolders.deleteOldest(run, instant(at), _ -> false);
            Files.setLastModifiedTime(run.path(), FileTime.from(instant(at)));
            return run.path();
        }
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(ZoneId.systemDefault()).toInstant();
    }

    private static List<String> names(Path runs) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
