package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Python;
import ringside.RealProcesses;
import ringside.model.PeerPhase;
import ringside.model.PeerProcess;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.ProcessEvent.ProcessKilled;
import ringside.status.ProcessEvent.ProcessMeasured;
import ringside.status.StatusEvent;

/** The peer is the process that holds its port, not the shell around it (PROGRAMS 1.5). */
@RealProcesses
class PortHolderTest {

    private static final int BASE_PORT = 30_300;

    private static final PeerId PEER = new PeerId(1);

    /** Holds its port, and heeds nothing. */
    private static final Path STUBBORN =
            Path.of("src", "test", "resources", "ringside", "program", "stubborn.py");

    @TempDir private Path folder;

    private @Nullable WatchedProgram opened;

    @BeforeEach
    void needsLinuxAndPython() throws Exception {
        assumeTrue(BoundPorts.canTell(), "this system does not tell who holds a port");
        Python.assumeIsThere();
    }

    private void start(String command, Duration quitPatience) throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.copy(STUBBORN, source.resolve("stubborn.py"));
        WatchedProgram started =
                new WatchedProgram(
                        folder,
                        BASE_PORT,
                        new WatchedProgram.Start(
                                source,
                                null,
                                command,
                                PeerSettings.DEFAULTS,
                                List.of(),
                                quitPatience));
        opened = started;
        started.start(List.of(PEER));
        WatchedProgram.until("the port's holder is found", () -> holder().isPresent());
    }

    private WatchedProgram ring() {
        return Objects.requireNonNull(opened);
    }

    private Optional<Long> holder() {
        return ring().all(ProcessMeasured.class).stream()
                .map(ProcessMeasured::processId)
                .filter(PortHolderTest::isStubborn)
                .findFirst();
    }

    private boolean hasEnded() {
        return !ring().all(ProcessEnded.class).isEmpty();
    }

    private static boolean isStubborn(long processId) {
        try {
            return Files.readString(Path.of("/proc/" + processId + "/cmdline"))
                    .matches("(?s)[^\\x00]*python3[^\\x00]*\\x00stubborn.py\\x00.*");
        } catch (IOException e) {
            return false;
        }
    }

    private PeerProcess process() {
        return ring().state().peer(PEER).orElseThrow().process();
    }

    @AfterEach
    void endTheRing() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void itsMemoryAndItsDeathAreThoseOfThePeer() throws Exception {
        start("sh -c 'python3 stubborn.py {port}; sleep 10000'", QuitDeadline.PATIENCE);
        long python = holder().orElseThrow();
        assertThat(process().processId()).isEqualTo(python);
        assertThat(process().residentBytes()).isGreaterThan(1_000_000);

        assertThat(ProcessHandle.of(python).orElseThrow().destroyForcibly()).isTrue();
        WatchedProgram.until("the peer has ended", () -> process().phase() == PeerPhase.CRASHED);
        assertThat(process().reason())
                .isEqualTo(
                        "The process that held its port has ended; what had started it lived on"
                                + " and was killed. Its exit code is not known.");
    }

    /** The shell takes the first command for itself, and ends; the other one leaves its group. */
    @ParameterizedTest
    @ValueSource(strings = {"nohup", "setsid"})
    void itOutlivesTheShellThatStartedIt(String apart) throws Exception {
        start(
                "sh -c '" + apart + " python3 stubborn.py {port} & read word'",
                QuitDeadline.PATIENCE);
        long python = holder().orElseThrow();
        long shell = ProcessHandle.of(python).orElseThrow().parent().orElseThrow().pid();
        ring().carryOut("request 2012 from 1");
        WatchedProgram.until("the shell has ended", () -> ProcessStatus.of(shell).isEmpty());
        // What the supervisor would do about it, it has done when the next command is through.
        ring().carryOut("pause 1");
        WatchedProgram.until(
                "the peer is paused", () -> ProcessStatus.of(python).orElseThrow().state() == 'T');
        ring().carryOut("resume 1");
        assertThat(hasEnded()).isFalse();

        ring().carryOut("kill 1");
        WatchedProgram.until("the peer has ended", this::hasEnded);
        assertThat(process().phase()).isEqualTo(PeerPhase.KILLED);
        assertThat(ring().all(StatusEvent.class).stream().map(StatusEvent::getClass).toList())
                .containsSubsequence(ProcessKilled.class, ProcessEnded.class);
        WatchedProgram.until("its process is gone", () -> !isStubborn(python));
    }

    @Test
    void aQuitterThatLivesOnIsKilledAndTheWindowSaysSo() throws Exception {
        start("python3 stubborn.py {port}", Duration.ofSeconds(1));
        long python = holder().orElseThrow();
        ring().carryOut("quit 1");
        WatchedProgram.until("the peer has ended", () -> process().phase() == PeerPhase.CRASHED);
        assertThat(process().reason())
                .isEqualTo("It was told 'quit' and still ran after 1 s, so it was killed.");
        WatchedProgram.until("its process is gone", () -> !isStubborn(python));
    }
}
