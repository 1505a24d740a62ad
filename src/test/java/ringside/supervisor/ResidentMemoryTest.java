package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void theMemoryOfThisProcessIsKnown() {
        assertThat(ResidentMemory.kibibytes(SELF).orElseThrow()).isBetween(10_000L, 10_000_000L);
    }

    @Test
    void psGivesTheMemoryWithoutProc() {
        OptionalLong kibibytes = ResidentMemory.ofPs(SELF);
        assumeTrue(kibibytes.isPresent() || !Files.exists(Path.of("/bin/ps")), "there is no ps");
        if (kibibytes.isPresent()) {
            assertThat(kibibytes.getAsLong()).isBetween(10_000L, 10_000_000L);
        }
    }

    @Test
    void theMemoryOfAnEndedProcessIsUnknown() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(ResidentMemory.kibibytes(gone.pid())).isEmpty();
    }
}
