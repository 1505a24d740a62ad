package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of processes when the window has gone (SPEC 9.5, PROGRAMS 1.5). */
class OrphanGuardTest {

    private static final long LIMIT_S = 60;

    private final List<Process> processes = new ArrayList<>();

    /** Starts a process that ignores every signal that can be ignored, in a group of its own. */
    private PlainProcess start(boolean leavesWithItsWindow) throws IOException {
        Process process =
                new ProcessBuilder(
                                "setsid",
                                "sh",
                                "-c",
                                "trap '' HUP INT TERM; echo up; while :; do sleep 1; done")
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo("up");
        processes.add(process);
        return new PlainProcess(process, leavesWithItsWindow);
    }

    @AfterEach
    void endAll() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void programsOfOthersAreKilledAndOwnPeersAreNot() throws Exception {
        OrphanGuard guard = OrphanGuard.open();
        PlainProcess own = start(true);
        PlainProcess other = start(false);
        guard.add(own);
        guard.add(other);
        guard.close();

        assertThat(other.process().waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        assertThat(own.isAlive()).isTrue();
    }

    /** Its number may belong to another process by then. */
    @Test
    void aProcessThatHasEndedBeforeIsLeftAlone() throws Exception {
        OrphanGuard guard = OrphanGuard.open();
        PlainProcess removed = start(false);
        PlainProcess kept = start(false);
        guard.add(removed);
        guard.add(kept);
        guard.remove(removed);
        guard.close();

        assertThat(kept.process().waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        assertThat(removed.isAlive()).isTrue();
    }
}
