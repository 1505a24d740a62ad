package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringside.node.UsageException;
import ringside.recording.RecordingReader;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** Scenarios of the command line: their output files, and the errors if these cannot be written. */
class ScenarioCommandTest {

    private static final int BASE_PORT = 28_000;

    @TempDir private Path folder;
    private Path scenario;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        scenario = folder.resolve("two.txt");
        Files.writeString(scenario, "peers 20 120\nkill 20\n");
    }

    private Outcome run(String... options) throws UsageException, IOException {
        List<String> words = new ArrayList<>(List.of(scenario.toString()));
        words.addAll(List.of("--base-port", Integer.toString(BASE_PORT)));
        words.addAll(List.of("--data", folder.resolve("run").toString()));
        words.addAll(List.of(options));
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            ScenarioCommand command = new ScenarioCommand();
            new CommandLine(command).parseArgs(words.toArray(String[]::new));
            return command.run(out);
        }
    }

    @Test
    void theEndOfEveryPeerIsRecordedInTheRunsFolder() throws Exception {
        assertThat(run()).isEqualTo(Outcome.PASSED);

        List<StatusEntry> recorded = new ArrayList<>();
        RecordingReader.read(folder.resolve("run/ring.ringside"), recorded::add);
        assertThat(recorded)
                .filteredOn(entry -> entry.event() instanceof ProcessEvent.ProcessEnded)
                .extracting(entry -> entry.peer().value())
                .containsExactly(20, 120);
        assertThat(recorded.getLast().event()).isInstanceOf(ProcessEvent.ProcessEnded.class);
        assertThat(folder.resolve("run/ringside.log")).isNotEmptyFile();
    }

    @Test
    void aRecordingIsWrittenWhereTheUserWantsItEvenWithoutAFolder() throws Exception {
        run("--record", folder.resolve("a/b/mine").toString());

        List<StatusEntry> recorded = new ArrayList<>();
        RecordingReader.read(folder.resolve("a/b/mine.ringside"), recorded::add);
        assertThat(recorded).hasSizeGreaterThan(4);
    }

    @Test
    void aFolderIsNoPlaceForARecordingOrAPicture() {
        for (String option : new String[] {"--record", "--snapshot"}) {
            assertThatThrownBy(() -> run(option, folder.toString()))
                    .isInstanceOf(UsageException.class)
                    .hasMessage(folder + " is a folder: name a file in it");
        }
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsReportedBeforeAnyPeerStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        for (String option : new String[] {"--record", "--snapshot"}) {
            assertThatThrownBy(() -> run(option, file.resolve("x.png").toString()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aRecordingOnAFullDiskFailsBeforeAnyPeerStarts() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc");
        assertThatThrownBy(() -> run("--record", "/proc/none.ringside"))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("run")).doesNotExist();
    }
}
