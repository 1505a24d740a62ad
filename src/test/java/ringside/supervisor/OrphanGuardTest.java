package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.channel.PeerConnection;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;

/** What becomes of processes when the window has gone (SPEC 9.5, PROGRAMS 1.5). */
class OrphanGuardTest {

    private static final long LIMIT_S = 60;

    private final List<Process> processes = new ArrayList<>();

    /** A process that ignores every signal that can be ignored, in a group of its own. */
    private record Stubborn(Process process, boolean leavesWithItsWindow) implements ChildProcess {

        @Override
        public long id() {
            return process.pid();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public Voice hear(PeerConnection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hearNoMore(PeerConnection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public void whenEnded(Runnable action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void pause() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }

        @Override
        public ProcessEnded explain(int exitCode, boolean wasKilled) {
            throw new UnsupportedOperationException();
        }
    }

    private Stubborn start(boolean leavesWithItsWindow) throws IOException {
        Process process =
                new ProcessBuilder(
                                "setsid",
                                "sh",
                                "-c",
                                "trap '' HUP INT TERM; echo up; while :; do sleep 1; done")
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo("up");
        processes.add(process);
        return new Stubborn(process, leavesWithItsWindow);
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
        Stubborn own = start(true);
        Stubborn other = start(false);
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
        Stubborn removed = start(false);
        Stubborn kept = start(false);
        guard.add(removed);
        guard.add(kept);
        guard.remove(removed.id());
        guard.close();

        assertThat(kept.process().waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        assertThat(removed.isAlive()).isTrue();
    }
}
