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
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
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
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.RulesFile;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.ProcessEvent.ProcessKilled;
import ringside.status.ProcessEvent.ProcessMeasured;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** The peer is the process that holds its port, not the shell around it (PROGRAMS 1.5). */
@RealProcesses
class PortHolderTest {

    private static final int BASE_PORT = 30_300;

    /** Generous, because the machine may be busy with other builds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final PeerId PEER = new PeerId(1);

    /** Holds its port, and heeds nothing. */
    private static final Path STUBBORN =
            Path.of("src", "test", "resources", "ringside", "program", "stubborn.py");

    @TempDir private Path folder;

    private final List<StatusEvent> events = new CopyOnWriteArrayList<>();
    private @Nullable Supervisor ring;
    private volatile RingState state = RingState.EMPTY;

    @BeforeEach
    void needsLinuxAndPython() throws Exception {
        assumeTrue(BoundPorts.canTell(), "this system does not tell who holds a port");
        Python.assumeIsThere();
    }

    private void start(String command, Duration quitPatience) throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.copy(STUBBORN, source.resolve("stubborn.py"));
        Program program =
                new Program(
                        RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")),
                        source,
                        null,
                        CommandTemplate.parse(command),
                        null);
        Path built = folder.resolve("program");
        ProgramBuild.build(program, built, UnaryOperator.identity());
        SupervisorSettings settings =
                new SupervisorSettings(
                        Path.of("java"),
                        "",
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS,
                        BASE_PORT,
                        folder,
                        folder,
                        List.of());
        Supervisor started =
                Supervisor.open(
                        settings,
                        new ProgramPeers(
                                program,
                                built,
                                settings::folderOf,
                                List.of(),
                                BASE_PORT,
                                settings.peer(),
                                quitPatience));
        ring = started;
        started.listen(this::take);
        started.startRing(List.of(PEER)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        until("the port's holder is found", () -> holder().isPresent());
    }

    private synchronized void take(StatusEntry entry) {
        state = state.after(entry);
        events.add(entry.event());
    }

    private Optional<Long> holder() {
        return events.stream()
                .filter(ProcessMeasured.class::isInstance)
                .map(event -> ((ProcessMeasured) event).processId())
                .filter(id -> isStubborn(id))
                .findFirst();
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
        return state.peer(PEER).orElseThrow().process();
    }

    @AfterEach
    void endTheRing() {
        if (ring != null) {
            ring.quitAll().join();
        }
    }

    @Test
    void itsMemoryAndItsDeathAreThoseOfThePeer() throws Exception {
        start("sh -c 'python3 stubborn.py {port}; sleep 10000'", QuitDeadline.PATIENCE);
        long python = holder().orElseThrow();
        assertThat(process().processId()).isEqualTo(python);
        assertThat(process().residentBytes()).isGreaterThan(1_000_000);

        assertThat(ProcessHandle.of(python).orElseThrow().destroyForcibly()).isTrue();
        until("the peer has ended", () -> process().phase() == PeerPhase.CRASHED);
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
        carryOut("request 2012 from 1");
        until("the shell has ended", () -> ProcessStatus.of(shell).isEmpty());
        // What the supervisor would do about it, it has done when the next command is through.
        carryOut("pause 1");
        until("the peer is paused", () -> ProcessStatus.of(python).orElseThrow().state() == 'T');
        carryOut("resume 1");
        assertThat(events).noneMatch(ProcessEnded.class::isInstance);

        carryOut("kill 1");
        until("the peer has ended", () -> events.stream().anyMatch(ProcessEnded.class::isInstance));
        assertThat(process().phase()).isEqualTo(PeerPhase.KILLED);
        assertThat(events.stream().map(StatusEvent::getClass).toList())
                .containsSubsequence(ProcessKilled.class, ProcessEnded.class);
        until("its process is gone", () -> !isStubborn(python));
    }

    @Test
    void aQuitterThatLivesOnIsKilledAndTheWindowSaysSo() throws Exception {
        start("python3 stubborn.py {port}", Duration.ofSeconds(1));
        long python = holder().orElseThrow();
        carryOut("quit 1");
        until("the peer has ended", () -> process().phase() == PeerPhase.CRASHED);
        assertThat(process().reason())
                .isEqualTo("It was told 'quit' and still ran after 1 s, so it was killed.");
        until("its process is gone", () -> !isStubborn(python));
    }

    private void carryOut(String line) throws Exception {
        Objects.requireNonNull(ring)
                .carryOut(CommandParser.parse(line))
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LIMIT).until(condition);
    }
}
