package ringside.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PROGRAMS 3.5: the rows of a log, among whatever else it holds. */
class LogRowTest {

    @TempDir private Path folder;

    private Path log() {
        return folder.resolve("responding_log.txt");
    }

    @Test
    void rowsAreReadAmongOtherLines() throws IOException {
        Files.write(
                log(),
                "event time seq\n\u00e9\u0000\nSND\t0.1 1 400 0\n\nrcv 0.25 0 400 401\nsnd 1\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(LogRow.readAll(log()))
                .containsExactly(
                        new LogRow(LogRow.Action.SENT, 0.1, 1, 1, 400, 0),
                        new LogRow(LogRow.Action.RECEIVED, 0.25, 2, 0, 400, 401));
    }

    @Test
    void aLogBeyondAllMeasureHasNone() throws IOException {
        Files.writeString(log(), "snd 0.1 1 400 0\n");
        assertThat(LogRow.readAll(log())).hasSize(1);
        try (RandomAccessFile sparse = new RandomAccessFile(log().toFile(), "rw")) {
            sparse.setLength(16 * 1024 * 1024 + 1);
        }
        assertThat(LogRow.readAll(log())).isEmpty();
    }

    @Test
    void aLogThatIsNotThereCannotBeRead() {
        assertThatThrownBy(() -> LogRow.readAll(log())).isInstanceOf(NoSuchFileException.class);
    }
}
