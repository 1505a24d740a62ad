package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.PatientBinding;
import ringside.RealProcesses;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;

/** The supervisor with the real peer (SPEC 1.3, 5, 6, 9). */
@RealProcesses
@Order(1)
class RealPeersTest {

    private static final int BASE_PORT = 23_000;

    private static final PeerSettings PATIENT = WatchedRing.PATIENT.withPingIntervalMs(200);

    private static final PeerSettings QUICK = PeerSettings.DEFAULTS.withPingIntervalMs(300);

    @TempDir private Path folder;
    private WatchedRing ring;

    @BeforeEach
    void open() throws IOException {
        ring = open(QUICK);
    }

    @AfterEach
    void close() {
        ring.close();
    }

    private WatchedRing open(PeerSettings settings) throws IOException {
        return new WatchedRing(folder, SupervisorSettings.PEER_MAIN, settings, BASE_PORT);
    }

    /** SPEC 7.7. */
    @Test
    void aPeerWithAPlantedFaultHasItAlsoAfterARestartAndDoesNotSayIt() throws IOException {
        WatchedRing.done(
                ring.supervisor().plant(Map.of(new PeerId(77), PlantedFault.QUITS_WITHOUT_A_WORD)));
        ring.start(14, 43, 77, 104);
        awaitRightRing(14, 43, 77, 104);
        ring.carryOut("quit 77");
        ring.await(43, NeighbourEvent.PeerDead.class, dead -> dead.target().equals(new PeerId(77)));
        awaitRightRing(14, 43, 104);
        ring.carryOut("restart 77");
        awaitRightRing(14, 43, 77, 104);
        ring.carryOut("quit 77");
        ring.until(
                "43 finds 77 dead again",
                () -> ring.all(43, NeighbourEvent.PeerDead.class).size() == 2);
        assertThat(ring.all(43, NeighbourEvent.NeighbourLeft.class)).isEmpty();
        assertThat(Files.readString(folder.resolve("peer-77").resolve("stderr.txt"))).isEmpty();
        assertThat(ring.all(77, LifeEvent.TerminalLine.class).toString())
                .doesNotContain("fault")
                .doesNotContain(PlantedFault.QUITS_WITHOUT_A_WORD.word());
    }

    /** SPEC 6.1. */
    @Test
    void aKilledPeerIsDeclaredDeadByBothPredecessorsAndTheRingCloses() {
        ring.start(14, 43, 77, 104);
        awaitRightRing(14, 43, 77, 104);
        ring.carryOut("kill 77");

        assertThat(ring.await(77, ProcessEvent.ProcessEnded.class).kind())
                .isEqualTo(ExitKind.KILLED);
        ring.await(43, NeighbourEvent.PeerDead.class, dead -> dead.target().equals(new PeerId(77)));
        ring.await(14, NeighbourEvent.PeerDead.class, dead -> dead.target().equals(new PeerId(77)));
        awaitRightRing(14, 43, 104);
    }

    @Test
    void aPausedPeerIsMissedAndTrustedAgainOnceItGoesOn() throws IOException {
        ring.close();
        ring = open(PATIENT);
        ring.start(14, 43, 77);
        awaitRightRing(14, 43, 77);
        PeerId paused = new PeerId(43);
        ring.carryOut("pause 43");
        ring.await(14, NeighbourEvent.PeerSuspected.class, e -> e.target().equals(paused));
        ring.carryOut("resume 43");

        ring.await(14, NeighbourEvent.PeerTrusted.class, e -> e.target().equals(paused));
        assertThat(ring.all(14, NeighbourEvent.PeerDead.class)).isEmpty();
    }

    /** SPEC 5. */
    @Test
    void aPeerThatQuitsTellsItsNeighboursAndEndsWithZero() throws IOException {
        ring.close();
        ring = open(PATIENT);
        ring.start(14, 43, 77);
        awaitRightRing(14, 43, 77);
        ring.carryOut("quit 43");

        ProcessEvent.ProcessEnded end = ring.await(43, ProcessEvent.ProcessEnded.class);
        assertThat(end.kind()).isEqualTo(ExitKind.QUIT);
        assertThat(end.exitCode()).isZero();
        ring.await(
                14, NeighbourEvent.NeighbourLeft.class, e -> e.neighbour().equals(new PeerId(43)));
        awaitRightRing(14, 77);
        assertThat(ring.all(14, NeighbourEvent.PeerDead.class)).isEmpty();
    }

    /** SPEC 1.3. */
    @Test
    void aTakenPortIsReportedWithItsNumber() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), BASE_PORT + 14);
            PatientBinding.bind(() -> taken.bind(address));
            WatchedRing.done(ring.supervisor().startRing(WatchedRing.peers(14)));

            ProcessEvent.ProcessEnded end = ring.await(14, ProcessEvent.ProcessEnded.class);
            assertThat(end.kind()).isEqualTo(ExitKind.REFUSED);
            assertThat(end.exitCode()).isEqualTo(3);
            assertThat(end.reason()).contains(Integer.toString(BASE_PORT + 14));
        }
    }

    @Test
    void twelvePeersAtOnceBecomeOneRightRing() {
        int[] ids = IntStream.range(0, 12).map(i -> 20 * i + 3).toArray();
        ring.start(ids);
        awaitRightRing(ids);
    }

    /** SPEC 9.3. */
    @Test
    void aPeerStartedInATerminalIsDrawnAndCommanded() throws Exception {
        ring.start(14, 77);
        Process byHand = startByHand("--join", "14", "43", "400", "0.1");
        try {
            ring.await(43, ProcessEvent.ProcessAttached.class);
            awaitRightRing(14, 43, 77);
            ring.carryOut("quit 43");
            assertThat(byHand.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(byHand.exitValue()).isZero();
            assertThat(ring.await(43, ProcessEvent.ProcessEnded.class).kind())
                    .isEqualTo(ExitKind.QUIT);
        } finally {
            byHand.destroyForcibly();
        }
    }

    /** SPEC 9.3: only its own terminal shows how such a peer ended. */
    @Test
    void aPeerStartedInATerminalThatIsKilledHasNotQuit() throws Exception {
        ring.start(14, 77);
        Process byHand = startByHand("--join", "14", "43", "400", "0.1");
        try {
            awaitRightRing(14, 43, 77);
            byHand.destroyForcibly();
            assertThat(ring.await(43, ProcessEvent.ProcessEnded.class).kind())
                    .isEqualTo(ExitKind.VANISHED);
        } finally {
            byHand.destroyForcibly();
        }
    }

    /** SPEC 9.3: with a token that is not the window's, a peer ends and says why. */
    @Test
    void aPeerWithAWrongTokenSaysWhyItEnds() throws Exception {
        ring.start(14, 77);
        ProcessBuilder builder = byHand("--join", "14", "43", "400", "0.1");
        builder.environment().put(StatusAccess.TOKEN_VARIABLE, "guessed");
        Process byHand = builder.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
        try {
            String said =
                    new String(byHand.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said)
                    .contains("did not take this peer: RINGSIDE_STATUS_TOKEN is not set to its");
            assertThat(byHand.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(byHand.exitValue()).isEqualTo(6);
        } finally {
            byHand.destroyForcibly();
        }
    }

    /** SPEC 1.3: without a listening window, the line says so and what to do. */
    @Test
    void aPeerWithoutItsWindowSaysWhichOptionIsWrong() throws Exception {
        ring.start(14, 77);
        ProcessBuilder builder = byHand("--join", "14", "43", "400", "0.1");
        int nobody = 1;
        builder.command().set(builder.command().indexOf("--status") + 1, "127.0.0.1:" + nobody);
        Process byHand = builder.redirectError(ProcessBuilder.Redirect.PIPE).start();
        try {
            String said =
                    new String(byHand.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("no window listens at --status 127.0.0.1:1");
        } finally {
            byHand.destroyForcibly();
        }
    }

    private Process startByHand(String... place) throws IOException {
        return byHand(place).start();
    }

    private ProcessBuilder byHand(String... place) throws IOException {
        List<String> words = new ArrayList<>(List.of(SupervisorSettings.PEER_MAIN));
        words.addAll(List.of(place));
        InetSocketAddress status = ring.supervisor().statusAddress();
        words.addAll(
                List.of(
                        "--base-port", Integer.toString(BASE_PORT),
                        "--status", "127.0.0.1:" + status.getPort(),
                        "--data", folder.resolve("by-hand").toString()));
        ProcessBuilder builder =
                java(words.toArray(String[]::new))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(StatusAccess.TOKEN_VARIABLE, ring.supervisor().token());
        return builder;
    }

    private ProcessBuilder java(String... words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).directory(Files.createDirectories(folder).toFile());
    }

    /** Waits until every peer has reported the neighbours given by sorting the ids. */
    private void awaitRightRing(int... ids) {
        ring.awaitRightRing(ids);
    }
}
