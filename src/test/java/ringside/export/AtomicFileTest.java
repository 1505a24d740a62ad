package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old file stays until the new one is complete. */
class AtomicFileTest {

    @TempDir private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aCompleteFileReplacesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "old");
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("events.csv");
    }

    @Test
    void aFailedWriteKeepsTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "old");
        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                temporary -> {
                                    Files.writeString(temporary, "half");
                                    throw new IOException("No space left on device");
                                }))
                .hasMessage("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("events.csv");
    }

    @Test
    void aDeviceIsWrittenToDirectly() throws IOException {
        Path device = Path.of("/dev/null");
        AtomicFile.write(folder.resolve("a"), "a");
        AtomicFile.replace(folder.resolve("a"), device);
        assertThat(Files.isRegularFile(device)).isFalse();
    }
}
