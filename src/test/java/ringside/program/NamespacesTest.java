package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;

/** A command inside leaves nothing outside (PROGRAMS 5.6). */
@RealProcesses
class NamespacesTest {

    @TempDir private Path outside;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        assumeTrue(Namespaces.arePossible(), "this machine lets its user make no namespaces");
        folder = Files.createDirectory(outside.resolve("folder"));
    }

    private String outputOf(String script) throws Exception {
        Process process =
                new ProcessBuilder(
                                Namespaces.around(
                                        folder,
                                        Namespaces.Writable.IN_MEMORY,
                                        List.of("sh", "-c", script)))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    @Test
    void memoryThatProcessesShareByNameIsItsOwn() throws Exception {
        Path shared = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(shared), "no shared memory has a folder here");
        Path marker = shared.resolve("ringside-" + outside.getFileName());
        assertThat(outputOf("echo written > " + marker + "; cat " + marker)).isEqualTo("written");
        assertThat(marker).doesNotExist();
    }

    @Test
    void onlyTheFolderCanBeWrittenAndIsGoneAfterwards() throws Exception {
        assertThat(outputOf("echo in > " + folder + "/file; cat " + folder + "/file"))
                .isEqualTo("in");
        assertThat(folder.resolve("file")).doesNotExist();
        assertThat(outputOf("echo out > " + outside + "/file")).contains("Read-only");
        assertThat(outside.resolve("file")).doesNotExist();
    }
}
