package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void theSystemTellsHowMuchThisProcessHolds() {
        assertThat(ResidentMemory.kibibytes(SELF).orElseThrow()).isBetween(10_000L, 10_000_000L);
    }

    @Test
    void aSystemWithoutProcTellsTheSame() {
        OptionalLong told = ResidentMemory.ofPs(SELF);
        assumeTrue(told.isPresent() || !Files.exists(Path.of("/bin/ps")), "there is no ps");
        if (told.isPresent()) {
            assertThat(told.getAsLong()).isBetween(10_000L, 10_000_000L);
        }
    }

    @Test
    void ofAProcessThatIsGoneNobodyTells() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(ResidentMemory.kibibytes(gone.pid())).isEmpty();
    }
}
