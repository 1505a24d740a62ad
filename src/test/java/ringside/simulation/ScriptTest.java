package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the scripts in {@code src/test/resources/ringside/scripts}: each example of the
 * specification, and each bug that a seed has found. {@code -Dscripts=rewrite} writes the actual
 * output into them, to be read before it is committed.
 */
class ScriptTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/ringside/scripts");

    static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void terminalsSayWhatTheScriptSays(String name) throws IOException {
        Path file = SCRIPTS.resolve(name);
        String told = Script.retell(file);
        if ("rewrite".equals(System.getProperty("scripts"))) {
            Files.writeString(file, told);
        }
        assertThat(told).isEqualTo(Files.readString(file));
    }
}
