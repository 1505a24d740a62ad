package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
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
import ringside.model.TargetPings;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent.PingAnswered;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.StatusEntry;
import ringside.supervisor.StatusAccess;
import ringside.supervisor.Supervisor;
import ringside.text.Messages;

/** PROGRAMS 6: programs that tell themselves what they do, with the clients of the page. */
@RealProcesses
class TellingProgramTest {

    private static final int BASE_PORT = 31_300;

    private static final String PAGE = "status-channel.md";

    private static final Path TELLING =
            Path.of("src", "test", "resources", "ringside", "programs", "telling", "cdht.py");

    private static final PeerId ONE = new PeerId(1);
    private static final PeerId SEVEN = new PeerId(7);

    @TempDir private Path folder;

    private @Nullable WatchedProgram opened;
    private @Nullable Process client;

    @AfterEach
    void endAll() {
        if (client != null) {
            client.destroyForcibly();
        }
        if (opened != null) {
            opened.close();
        }
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
        opened = new WatchedProgram(folder, BASE_PORT);
        Supervisor supervisor = ring().supervisor();
        ProcessBuilder builder = new ProcessBuilder(command, file.toString()).inheritIO();
        builder.environment()
                .putAll(
                        new StatusAccess(supervisor.statusAddress(), supervisor.token())
                                .environment());
        Process started = builder.start();
        client = started;
        WatchedProgram.until(
                "a transfer makes progress",
                () -> ring().state().transfers().stream().anyMatch(TellingProgramTest::hasBegun));

        PeerState seven = ring().state().peer(SEVEN).orElseThrow();
        assertThat(seven.phase()).isEqualTo(PeerPhase.RUNNING);
        assertThat(seven.successors()).containsExactly(new PeerId(9), new PeerId(12));
        assertThat(seven.predecessors()).containsExactly(new PeerId(4), new PeerId(2));
        TargetPings pings = seven.pingsTo(new PeerId(9)).orElseThrow();
        assertThat(pings.answeredSequence()).isZero();
        assertThat(pings.lastRoundTripMicros()).isEqualTo(1_234);
        assertThat(ring().state().lookups().getLast().owner()).isEqualTo(new PeerId(12));
        assertThat(ring().state().transfers().getLast().progress()).isEqualTo(0.4);

        ring().carryOut("set loss 0.25 at 7");
        WatchedProgram.until(
                "7 loses more",
                () -> ring().state().peer(SEVEN).orElseThrow().settings().loss() == 0.25);
        ring().carryOut("drop segment at 7");
        WatchedProgram.until(
                "7 does not know it",
                () -> !ring().all(SEVEN, LifeEvent.ActionFailed.class).isEmpty());
        ring().carryOut("quit 7");
        WatchedProgram.until(
                "7 has left",
                () -> ring().state().peer(SEVEN).orElseThrow().phase() == PeerPhase.QUIT);
        WatchedProgram.until("its process has ended", () -> !started.isAlive());
        assertThat(started.exitValue()).isZero();
    }

    private WatchedProgram ring() {
        return Objects.requireNonNull(opened);
    }

    private static boolean hasBegun(TransferState transfer) {
        return transfer.receiver().equals(SEVEN) && transfer.bytesDone() > 0;
    }

    @Test
    void aLineThatCannotBeReadIsToldWithWhatIsWrong() throws Exception {
        opened = new WatchedProgram(folder, BASE_PORT);
        Supervisor supervisor = ring().supervisor();
        try (Socket socket = new Socket()) {
            socket.connect(supervisor.statusAddress());
            LifeEvent.Hello hello = new LifeEvent.Hello(1, 1, 50_007, PeerSettings.DEFAULTS);
            String lines =
                    supervisor.token()
                            + "\n"
                            + StatusLines.write(new StatusEntry(0, SEVEN, hello))
                            + "\n{\"at\":0,\"peer\":7,\"event\":\"peerSuspected\"}\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            WatchedProgram.until(
                    "7 has gone", () -> !ring().all(SEVEN, ProcessEnded.class).isEmpty());
        }
        assertThat(ring().all(SEVEN, LifeEvent.ActionFailed.class))
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
        // The shell stays between the terminal and the program.
        opened =
                new WatchedProgram(
                        folder,
                        BASE_PORT,
                        WatchedProgram.Start.of(
                                source,
                                "sh -c 'python3 cdht.py {id} {first} {second} "
                                        + BASE_PORT
                                        + "; exit $?'"));
        ring().start(Stream.of(1, 3, 8).map(PeerId::new).toList());
        WatchedProgram.until(
                "1 tells of a ping", () -> !ring().all(ONE, PingAnswered.class).isEmpty());
        WatchedProgram.until("1 runs", () -> !ring().all(ONE, LifeEvent.Running.class).isEmpty());

        ring().carryOut("set loss 0.25 at 1");
        WatchedProgram.until(
                "1 loses more",
                () -> ring().state().peer(ONE).orElseThrow().settings().loss() == 0.25);
        WatchedProgram.until(
                "its lines are read",
                () ->
                        ring().all(ONE, LifeEvent.TerminalLine.class).stream()
                                .anyMatch(line -> line.text().equals("That was read.")));
        assertThat(ring().all(ONE, PingAnswered.class))
                .containsExactly(new PingAnswered(new PeerId(3), 41, 1_234));
        assertThat(ring().state().peer(ONE).orElseThrow().predecessors())
                .containsExactly(new PeerId(8), new PeerId(3));

        ring().carryOut("set misses 5 at 1");
        WatchedProgram.until("it has hung up", this::isRefused);
        ring().carryOut("capture on at 1");
        WatchedProgram.until(
                "it is said why it cannot tell of its messages",
                () ->
                        ring().all(ONE, LifeEvent.ActionFailed.class).stream()
                                .anyMatch(failed ->
                                        failed.reason()
                                                .equals(
                                                        Messages.PROGRAM.format(
                                                                "command.capture"))));
        ring().carryOut("request 2012 from 1");
        WatchedProgram.until(
                "its output counts again", () -> ring().all(ONE, PingAnswered.class).size() == 2);
        assertThat(ring().all(ONE, PingAnswered.class).getLast().target()).isEqualTo(new PeerId(8));
        for (int id : new int[] {3, 8}) {
            ring().carryOut("set misses 5 at " + id);
        }
    }

    /** A setting reaches a program on its channel only; without one it is refused. */
    private boolean isRefused() throws Exception {
        ring().carryOut("set misses 6 at 1");
        return !ring().all(ONE, LifeEvent.ActionFailed.class).isEmpty();
    }
}
