package ringside.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.DiskWork;
import ringside.recording.RecordingWriter;
import ringside.runs.PastRuns;
import ringside.supervisor.RunFolders;

/** The list of runs (WINDOW 16.4). */
class RunsViewModelTest {

    @TempDir private Path folder;

    private Path record(String name) throws IOException {
        Path recording = Files.createDirectory(folder.resolve(name)).resolve(RunFolders.RECORDING);
        RecordingWriter.create(recording).close();
        return recording;
    }

    @Test
    void theRunOfTheWindowIsNotShownBesideItself() throws IOException {
        Path own = record("2026-03-01T12-00-00");
        Path other = record("2026-03-01T13-00-00");
        Path roundabout = folder.resolve("x").resolve("..").resolve(folder.relativize(own));
        RunsViewModel model =
                new RunsViewModel(
                        new PastRuns(folder),
                        roundabout,
                        new DiskWork(Runnable::run, Runnable::run),
                        () -> 0,
                        problem -> {});
        model.refresh();
        assertThat(model.lines())
                .filteredOn(line -> !model.isShown(line))
                .extracting(line -> line.run().recording())
                .containsExactly(other);
        assertThat(model.lines()).hasSize(2);
    }
}
