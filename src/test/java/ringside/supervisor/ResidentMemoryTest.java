package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void theMemoryOfThisProcessIsKnown() {
        assertThat(ResidentMemory.bytes(SELF).orElseThrow())
                .isBetween(10_000_000L, 10_000_000_000L);
    }

    @Test
    void psGivesTheMemoryWithoutProc() {
        assumeTrue(Files.exists(Path.of("/bin/ps")), "there is no ps");
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        assertThat(ResidentMemory.ofPs(Set.of(SELF, parent)))
                .containsOnlyKeys(SELF, parent)
                .hasEntrySatisfying(
                        SELF, bytes -> assertThat(bytes).isBetween(10_000_000L, 10_000_000_000L));
    }

    @Test
    void theMemoryOfAnEndedProcessIsUnknown() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(ResidentMemory.bytes(gone.pid())).isEmpty();
    }
}
