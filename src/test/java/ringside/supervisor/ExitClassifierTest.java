package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.ProcessEvent.ProcessEnded;

class ExitClassifierTest {

    @TempDir private Path folder;

    @Test
    void wordsOfTheJvmAreNoReason() throws IOException {
        Path errors =
                Files.writeString(
                        folder.resolve("stderr.txt"),
                        """
                        Picked up JAVA_TOOL_OPTIONS: -Dx=y
                        [0.003s][warning][cds] The archive is out of date.
                        [0.010s][error  ][cds] An error has occurred while processing the archive.
                        Port 50043 is taken.
                        """);
        assertThat(ExitClassifier.classify(3, false, errors))
                .isEqualTo(new ProcessEnded(ExitKind.REFUSED, 3, "Port 50043 is taken."));
    }
}
