package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.supervisor.CachedPeers;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/** A machine that joins a ring by itself: a real agent with real peers (SPEC 13.7). */
@RealProcesses
@Order(1)
class GuestTest {

    private static final int BASE_PORT = 20_600;

    private static final long LIMIT_S = 60;

    private static final JoinCode CODE = new JoinCode("ABCDWXYZ");

    private static final InetSocketAddress DOOR =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), BASE_PORT + 299);

    @TempDir private Path folder;

    private final RefusedGuests refused = new RefusedGuests();
    private final List<Process> laptops = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** Ends those that a failed test leaves, too: one that is stopped would never end. */
    @AfterEach
    void endLaptops() {
        laptops.forEach(Process::destroyForcibly);
    }

    private WatchedRing open() throws IOException {
        return open(Map.of());
    }

    private WatchedRing open(Map<PeerId, String> pinned) throws IOException {
        Host here =
                new Host(
                        "here",
                        DOOR.getAddress(),
                        256,
                        "env HOME=" + folder + " XDG_CACHE_HOME=" + folder + " {command}");
        return new WatchedRing(
                HostsRing.openToGuests(
                        WatchedRing.settings(
                                folder,
                                SupervisorSettings.PEER_MAIN,
                                WatchedRing.PATIENT,
                                BASE_PORT),
                        new HostsPlan(List.of(here), pinned, PeerNetwork.drawKey()),
                        DOOR,
                        CODE,
                        refused));
    }

    /** Returns places for all ids from this one on. */
    private static Map<PeerId, String> takenFrom(int first) {
        return IntStream.range(first, 256)
                .mapToObj(PeerId::new)
                .collect(Collectors.toMap(id -> id, _ -> "here"));
    }

    private static BufferedReader nobodyTypes() throws IOException {
        return new BufferedReader(new PipedReader(new PipedWriter()));
    }

    private CompletableFuture<Void> join(JoinCode code, BufferedReader commands) {
        return join(code, 1, commands);
    }

    private CompletableFuture<Void> join(JoinCode code, int peers, BufferedReader commands) {
        return join(code, peers, Path.of(System.getProperty("java.home"), "bin", "java"), commands);
    }

    private CompletableFuture<Void> join(
            JoinCode code, int peers, Path java, BufferedReader commands) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CachedPeers cached = CachedPeers.ofThisBuild();
        AgentPlace place =
                new AgentPlace(
                        java, cached.classPath(), null, folder.resolve("agents"), cached.flags());
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        JoiningAgent.join(
                                DOOR,
                                code,
                                "ada",
                                peers,
                                place,
                                commands,
                                new PrintStream(said, true, StandardCharsets.UTF_8));
                        ended.complete(null);
                    } catch (IOException e) {
                        ended.completeExceptionally(e);
                    }
                });
        return ended;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aGuestBringsItsPeersAndCommandsTheseAlone() throws Exception {
        CompletableFuture<Void> guest;
        try (WatchedRing ring = open();
                PipedWriter typed = new PipedWriter()) {
            ring.start(0, 64);
            guest = join(CODE, new BufferedReader(new PipedReader(typed)));
            // The middle of the widest gap.
            ring.await(160, LifeEvent.Running.class);
            assertThat(hostOf(ring, 160)).isEqualTo("ada");
            ring.until("the guest is told", () -> said().contains("Peer 160 is on the ring."));

            typed.write("kill 64\n");
            typed.flush();
            ring.until(
                    "the guest is refused", () -> said().contains("Peer 64 is not on this ring"));

            ring.carryOut("store " + folder.resolve("no-such-file") + " as 2012 at 160");
            ring.await(
                    160,
                    LifeEvent.ActionFailed.class,
                    failed -> failed.reason().contains("files of another host are not published"));

            typed.write("quit 160\n");
            typed.flush();
            ring.await(160, ProcessEvent.ProcessEnded.class);
            assertThat(ring.all(64, ProcessEvent.ProcessEnded.class)).isEmpty();
        }
        guest.get(LIMIT_S, TimeUnit.SECONDS);
        assertThat(said()).doesNotContain("found a free id");
    }

    @Test
    void aGuestIsToldWhenTheRingHasNoIdLeft() throws Exception {
        try (WatchedRing ring = open(takenFrom(0))) {
            CompletableFuture<Void> guest = join(CODE, nobodyTypes());
            assertThatThrownBy(() -> guest.get(LIMIT_S, TimeUnit.SECONDS))
                    .hasMessageContaining("The ring has a peer at each of its 256 ids");
            ring.until("the window says so", () -> !refused.sentences().isEmpty());
            assertThat(refused.sentences()).isEqualTo("No id was free for a guest from 127.0.0.1.");
        }
    }

    @Test
    void aGuestIsToldWhenNotAllOfItsPeersFindAnId() throws Exception {
        CompletableFuture<Void> guest;
        try (WatchedRing ring = open(takenFrom(1))) {
            ring.start(64, 128);
            guest = join(CODE, 3, nobodyTypes());
            ring.await(0, LifeEvent.Running.class);
            ring.until(
                    "the guest is told",
                    () -> said().contains("Only 1 of your peers found a free id"));
        }
        guest.get(LIMIT_S, TimeUnit.SECONDS);
    }

    @Test
    void aGuestIsToldWhenAPeerOfItCannotBeStarted() throws Exception {
        CompletableFuture<Void> guest;
        try (WatchedRing ring = open()) {
            ring.start(0, 64);
            guest = join(CODE, 1, folder.resolve("no-java"), nobodyTypes());
            ring.until("the guest is told", () -> said().contains("Peer 160 could not be started"));
        }
        guest.get(LIMIT_S, TimeUnit.SECONDS);
    }

    @Test
    void aGuestWithAnotherCodeIsToldSo() throws Exception {
        try (WatchedRing ring = open()) {
            CompletableFuture<Void> guest = join(new JoinCode("ABCDWXYA"), nobodyTypes());
            assertThatThrownBy(() -> guest.get(LIMIT_S, TimeUnit.SECONDS))
                    .hasMessageContaining("did not let this machine in");
            ring.until("the window says so", () -> !refused.sentences().isEmpty());
            assertThat(refused.sentences())
                    .isEqualTo("A wrong code, or none, came from 127.0.0.1.");
        }
    }

    @Test
    void aGuestWhoComesBackHasItsNameAgain() throws Exception {
        try (WatchedRing ring = open()) {
            ring.start(0, 64);
            Process first = laptop();
            ring.await(160, LifeEvent.Running.class);

            first.destroyForcibly();
            ring.await(160, ProcessEvent.HostGone.class);
            laptop();
            ring.until(
                    "a peer of ada runs again",
                    () -> ring.all(160, ProcessEvent.ProcessStarted.class).size() == 2);
            assertThat(hostOf(ring, 160)).isEqualTo("ada");

            // The first name is taken now.
            laptop();
            ring.await(112, LifeEvent.Running.class);
            assertThat(hostOf(ring, 112)).isEqualTo("ada-2");
        }
    }

    /** Its machine begins anew, as after its battery was empty, and nothing says so here. */
    @Test
    void aGuestWhosePeersEndedUnheardHasItsNameAgain() throws Exception {
        try (WatchedRing ring = open()) {
            ring.start(0, 64);
            Process first = laptop();
            ring.await(160, LifeEvent.Running.class);
            stop(first);
            ring.await(160, ProcessEvent.HostSilent.class);

            // Its peers run: it may be heard again.
            laptop();
            ring.await(112, LifeEvent.Running.class);
            assertThat(hostOf(ring, 112)).isEqualTo("ada-2");

            ring.process(160).destroyForcibly();
            ring.until("the peer of the first has ended", () -> isRefusedAt(160));
            laptop();
            // The widest gap is another one now.
            ring.await(184, ProcessEvent.ProcessStarted.class);
            assertThat(hostOf(ring, 184)).isEqualTo("ada");
            assertThat(ring.all(160, ProcessEvent.HostGone.class))
                    .extracting(ProcessEvent.HostGone::reason)
                    .containsExactly("Host ada has joined anew: nothing was left of its peers.");
        }
    }

    private static boolean isRefusedAt(int peer) {
        return PeerPorts.refuseAll(
                InetAddress.getLoopbackAddress(), BASE_PORT, List.of(new PeerId(peer)));
    }

    private static String hostOf(WatchedRing ring, int peer) {
        return ring.all(peer, ProcessEvent.ProcessStarted.class).getLast().host();
    }

    private static void stop(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    }

    /** A machine of its own, which may lose its connection at any moment. */
    private Process laptop() throws IOException {
        Process guest =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.home=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "ringside.app.Main",
                                "join",
                                DOOR.getHostString() + ":" + DOOR.getPort(),
                                CODE.spoken(),
                                "--name",
                                "ada")
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                        .start();
        laptops.add(guest);
        return guest;
    }
}
