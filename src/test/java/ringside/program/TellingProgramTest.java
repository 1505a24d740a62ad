package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.PageExample;
import ringside.Python;
import ringside.RealProcesses;
import ringside.channel.StatusLines;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.TargetPings;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.RulesFile;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent.PingAnswered;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.StatusAccess;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** PROGRAMS 6: programs that tell themselves what they do, with the clients of the page. */
@RealProcesses
class TellingProgramTest {

    private static final int BASE_PORT = 31_300;

    private static final String PAGE = "status-channel.md";

    private static final Path TELLING =
            Path.of("src", "test", "resources", "ringside", "programs", "telling", "cdht.py");

    /** Generous, because the machine may be busy with other builds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final PeerId ONE = new PeerId(1);
    private static final PeerId SEVEN = new PeerId(7);

    @TempDir private Path folder;

    private final List<StatusEntry> heard = new CopyOnWriteArrayList<>();
    private volatile RingState state = RingState.EMPTY;
    private @Nullable Supervisor ring;
    private @Nullable Process client;

    private synchronized void take(StatusEntry entry) {
        heard.add(entry);
        state = state.after(entry);
    }

    @AfterEach
    void endAll() {
        if (client != null) {
            client.destroyForcibly();
        }
        if (ring != null) {
            ring.quitAll().join();
        }
    }

    private SupervisorSettings settings() {
        return new SupervisorSettings(
                Path.of("java"),
                "",
                SupervisorSettings.PEER_MAIN,
                PeerSettings.DEFAULTS,
                BASE_PORT,
                folder,
                folder,
                List.of());
    }

    @Test
    void theClientInPythonIsDrawnAndObeys() throws Exception {
        Python.assumeIsThere();
        Path file = folder.resolve("status_client.py");
        Files.writeString(file, PageExample.only(PAGE, "python"));
        isDrawnAndObeys("python3", file);
    }

    @Test
    void theClientInJavaIsDrawnAndObeys() throws Exception {
        Path file = folder.resolve("StatusClient.java");
        Files.writeString(file, PageExample.only(PAGE, "java"));
        isDrawnAndObeys(Path.of(System.getProperty("java.home"), "bin", "java").toString(), file);
    }

    private void isDrawnAndObeys(String command, Path file) throws Exception {
        Supervisor supervisor = Supervisor.open(settings());
        ring = supervisor;
        supervisor.listen(this::take);
        ProcessBuilder builder = new ProcessBuilder(command, file.toString()).inheritIO();
        builder.environment()
                .putAll(
                        new StatusAccess(supervisor.statusAddress(), supervisor.token())
                                .environment());
        Process started = builder.start();
        client = started;
        until(
                "a transfer makes progress",
                () -> state.transfers().stream().anyMatch(TellingProgramTest::hasBegun));

        PeerState seven = state.peer(SEVEN).orElseThrow();
        assertThat(seven.phase()).isEqualTo(PeerPhase.RUNNING);
        assertThat(seven.successors()).containsExactly(new PeerId(9), new PeerId(12));
        assertThat(seven.predecessors()).containsExactly(new PeerId(4), new PeerId(2));
        TargetPings pings = seven.pingsTo(new PeerId(9)).orElseThrow();
        assertThat(pings.answeredSequence()).isZero();
        assertThat(pings.lastRoundTripMicros()).isEqualTo(1_234);
        assertThat(state.lookups().getLast().owner()).isEqualTo(new PeerId(12));
        assertThat(state.transfers().getLast().progress()).isEqualTo(0.4);

        carryOut("set loss 0.25 at 7");
        until("7 loses more", () -> state.peer(SEVEN).orElseThrow().settings().loss() == 0.25);
        carryOut("drop segment at 7");
        until("7 does not know it", () -> !of(SEVEN, LifeEvent.ActionFailed.class).isEmpty());
        carryOut("quit 7");
        until("7 has left", () -> state.peer(SEVEN).orElseThrow().phase() == PeerPhase.QUIT);
        assertThat(started.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(started.exitValue()).isZero();
    }

    private static boolean hasBegun(TransferState transfer) {
        return transfer.receiver().equals(SEVEN) && transfer.bytesDone() > 0;
    }

    @Test
    void aLineThatCannotBeReadIsToldWithWhatIsWrong() throws Exception {
        Supervisor supervisor = Supervisor.open(settings());
        ring = supervisor;
        supervisor.listen(this::take);
        try (Socket socket = new Socket()) {
            socket.connect(supervisor.statusAddress());
            LifeEvent.Hello hello = new LifeEvent.Hello(1, 1, 50_007, PeerSettings.DEFAULTS);
            String lines =
                    supervisor.token()
                            + "\n"
                            + StatusLines.write(new StatusEntry(0, SEVEN, hello))
                            + "\n{\"at\":0,\"peer\":7,\"event\":\"peerSuspected\"}\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            until("7 has gone", () -> !of(SEVEN, ProcessEnded.class).isEmpty());
        }
        assertThat(of(SEVEN, LifeEvent.ActionFailed.class))
                .singleElement()
                .extracting(LifeEvent.ActionFailed::reason)
                .asString()
                .contains("'target' is missing");
    }

    @Test
    void whatAProgramTellsReplacesWhatIsReadOfItUntilItHangsUp() throws Exception {
        Python.assumeIsThere();
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.copy(TELLING, source.resolve("cdht.py"));
        Files.writeString(source.resolve("status_client.py"), PageExample.only(PAGE, "python"));
        Program program =
                new Program(
                        RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")),
                        source,
                        null,
                        // The shell stays between the terminal and the program.
                        CommandTemplate.parse(
                                "sh -c 'python3 cdht.py {id} {first} {second} "
                                        + BASE_PORT
                                        + "; exit $?'"),
                        null);
        Path built = folder.resolve("program");
        ProgramBuild.build(program, built, java.util.function.UnaryOperator.identity());
        SupervisorSettings settings = settings();
        Supervisor supervisor =
                Supervisor.open(
                        settings,
                        new ProgramPeers(
                                program,
                                built,
                                settings::folderOf,
                                List.of(),
                                BASE_PORT,
                                settings.peer()));
        ring = supervisor;
        supervisor.listen(this::take);
        supervisor
                .startRing(Stream.of(1, 3, 8).map(PeerId::new).toList())
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        until("1 tells of a ping", () -> !of(ONE, PingAnswered.class).isEmpty());
        until("1 runs", () -> !of(ONE, LifeEvent.Running.class).isEmpty());

        carryOut("set loss 0.25 at 1");
        until("1 loses more", () -> state.peer(ONE).orElseThrow().settings().loss() == 0.25);
        until(
                "its lines are read",
                () ->
                        of(ONE, LifeEvent.TerminalLine.class).stream()
                                .anyMatch(line -> line.text().equals("That was read.")));
        assertThat(of(ONE, PingAnswered.class))
                .containsExactly(new PingAnswered(new PeerId(3), 41, 1_234));
        assertThat(state.peer(ONE).orElseThrow().predecessors())
                .containsExactly(new PeerId(8), new PeerId(3));

        carryOut("set misses 5 at 1");
        until("it has hung up", this::isRefused);
        carryOut("request 2012 from 1");
        until("its output counts again", () -> of(ONE, PingAnswered.class).size() == 2);
        assertThat(of(ONE, PingAnswered.class).getLast().target()).isEqualTo(new PeerId(8));
        for (int id : new int[] {3, 8}) {
            carryOut("set misses 5 at " + id);
        }
    }

    /** A setting reaches a program on its channel only; without one it is refused. */
    private boolean isRefused() throws Exception {
        carryOut("set misses 6 at 1");
        return !of(ONE, LifeEvent.ActionFailed.class).isEmpty();
    }

    private <T extends StatusEvent> List<T> of(PeerId peer, Class<T> kind) {
        return heard.stream()
                .filter(entry -> entry.peer().equals(peer))
                .map(StatusEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
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
