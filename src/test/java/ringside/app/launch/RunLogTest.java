package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.FailureLog;

/** The log of a run. */
class RunLogTest {

    @TempDir private Path folder;

    @Test
    void aFailureNobodyExpectedLiesInTheFolderOfTheRun() throws IOException {
        Path run = Files.createDirectory(folder.resolve("100 % lab: \u00fc"));
        try (RunLog _ = RunLog.open(run)) {
            FailureLog.OF_PROGRAM.guard(() -> {
                throw new IllegalStateException("planted for the log");
            });
        }
        System.getLogger("ringside.after").log(System.Logger.Level.DEBUG, "too late");

        assertThat(Files.readString(run.resolve("ringside.log")))
                .contains(" INFO ringside: Ringside begins on Java ")
                .contains(" SEVERE ringside: Something unexpected went wrong")
                .contains("planted for the log")
                .contains("\tat ringside.app.launch.RunLogTest.");
        try (var left = Files.list(run)) {
            assertThat(left).containsExactly(run.resolve("ringside.log"));
        }
    }
}
