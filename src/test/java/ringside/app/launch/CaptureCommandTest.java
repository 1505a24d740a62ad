package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.recording.RecordingWriter;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;

/** The messages of a recording become a file for Wireshark (WINDOW 16.5). */
class CaptureCommandTest {

    @TempDir private Path folder = Path.of("");
    private Path recording = Path.of("");

    @BeforeEach
    void record() throws IOException {
        recording = folder.resolve("ring.ringside");
        try (RecordingWriter writer = RecordingWriter.create(recording)) {
            for (int second = 1; second <= 60; second++) {
                writer.write(
                        new StatusEntry(
                                second * 1_000_000L,
                                new PeerId(second),
                                MessageCaptured.of(
                                        Passage.SENT,
                                        Transport.UDP,
                                        50_000 + second,
                                        50_000,
                                        100,
                                        new byte[100])));
            }
        }
    }

    private static int run(String... words) {
        return RingsideCommand.line().execute(words);
    }

    @Test
    void itLiesBesideTheRecordingUnlessItIsWantedElsewhere() throws IOException {
        assertThat(run("capture", recording.toString())).isZero();
        long whole = Files.size(folder.resolve("ring.pcapng"));
        Path part = folder.resolve("part.pcapng");
        assertThat(run("capture", recording.toString(), part.toString(), "--from=30")).isZero();
        assertThat(Files.size(part)).isBetween(whole / 3, whole * 2 / 3);
    }

    @Test
    void aRecordingThatIsNotThereIsWrongUse() {
        assertThat(run("capture", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("capture", recording.toString(), "--to=0")).isEqualTo(2);
    }
}
