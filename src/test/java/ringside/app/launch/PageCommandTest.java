package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringside.recording.RecordingWriter;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** A recording becomes a page on the command line (WINDOW 16.3). */
class PageCommandTest {

    @TempDir private Path folder = Path.of("");
    private Path recording = Path.of("");
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void record() throws IOException {
        recording = folder.resolve("ring.ringside");
        try (RecordingWriter writer = RecordingWriter.create(recording)) {
            for (int second = 1; second <= 60; second++) {
                writer.write(
                        new StatusEntry(
                                second * 1_000_000L,
                                new PeerId(second),
                                new ProcessEvent.ProcessStarted(second, 50_000 + second)));
            }
        }
    }

    private int run(String... words) {
        CommandLine line = RingsideCommand.line();
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    @Test
    void itLiesBesideTheRecording() throws IOException {
        assertThat(run("page", recording.toString())).isZero();
        assertThat(Files.readString(folder.resolve("ring.html"))).contains("<title>ring</title>");
    }

    @Test
    void aPartGoesWhereItIsWanted() throws IOException {
        Path page = folder.resolve("kill & heal.html");
        String part = "--from=0:20";
        assertThat(run("page", recording.toString(), page.toString(), part, "--to=30.5")).isZero();
        assertThat(Files.readString(page)).contains("<title>kill &amp; heal</title>");
    }

    @Test
    void timesThatAreNoneAreWrongUse() {
        assertThat(run("page", recording.toString(), "--from=soon")).isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is no time");
        assertThat(run("page", recording.toString(), "--from=30", "--to=20")).isEqualTo(2);
        assertThat(run("page", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(folder.resolve("ring.html")).doesNotExist();
    }
}
