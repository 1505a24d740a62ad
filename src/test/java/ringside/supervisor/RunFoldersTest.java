package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of runs. */
class RunFoldersTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0, 0);

    @TempDir private Path home;

    @Test
    void theNewestRunsAreKeptAndNothingElseIsTouched() throws IOException {
        Path runs = home.resolve("a/runs");
        Files.createDirectories(runs.resolve("my own notes"));
        for (int minute = 0; minute < RunFolders.KEPT + 3; minute++) {
            Path run = RunFolders.create(runs, NOON.plusMinutes(minute));
            Files.createDirectories(run.resolve("peer-5/received"));
            Files.writeString(run.resolve("peer-5/received/2012.txt"), "text");
        }
        assertThat(names(runs))
                .hasSize(RunFolders.KEPT + 1)
                .startsWith("2026-03-01T12-03-00")
                .endsWith("2026-03-01T12-12-00", "my own notes");
    }

    @Test
    void twoRunsInTheSameSecondHaveFoldersOfTheirOwn() throws IOException {
        assertThat(RunFolders.create(home, NOON)).isNotEqualTo(RunFolders.create(home, NOON));
    }

    private static List<String> names(Path runs) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
