package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of an earlier version, at least one of every kind, are read and written alike. */
class EarlierLinesTest {

    private static final Path FOLDER = Path.of("src/test/resources/ringside/channel");

    static List<String> events() throws IOException {
        return Files.readAllLines(FOLDER.resolve("events-2026-11-26.txt"));
    }

    static List<String> commands() throws IOException {
        return Files.readAllLines(FOLDER.resolve("commands-2026-11-26.txt"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsReadAndWrittenAlike(String line) throws Exception {
        assertThat(StatusLines.write(StatusLines.readEntry(line))).isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsReadAndWrittenAlike(String line) throws Exception {
        assertThat(StatusLines.write(StatusLines.readCommand(line))).isEqualTo(line);
    }
}
