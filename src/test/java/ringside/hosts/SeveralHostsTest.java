package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/**
 * Two hosts that are addresses of this machine: real agents, reached by a command, and real peers.
 */
@RealProcesses
@Order(1)
class SeveralHostsTest {

    private static final int BASE_PORT = 20_300;

    /** Generous, because the machine may be busy. */
    private static final long LIMIT_S = 60;

    private static final int FILE_BYTES = 100_000;

    @TempDir private Path folder;

    private Host host(String name, String address) {
        return new Host(
                name,
                InetAddress.ofLiteral(address),
                256,
                "env HOME=" + folder + " XDG_CACHE_HOME=" + folder.resolve("cache") + " {command}");
    }

    private WatchedRing openRedAndBlue() throws IOException {
        return openRedAndBlue(WatchedRing.PATIENT);
    }

    private WatchedRing openRedAndBlue(PeerSettings peers) throws IOException {
        return new WatchedRing(
                HostsRing.open(
                        WatchedRing.settings(
                                folder, SupervisorSettings.PEER_MAIN, peers, BASE_PORT),
                        new HostsPlan(
                                List.of(host("red", "127.0.0.2"), host("blue", "127.0.0.3")),
                                Map.of(new PeerId(200), "red"),
                                PeerNetwork.drawKey())));
    }

    private WatchedRing open(Host... hosts) throws IOException {
        return new WatchedRing(
                HostsRing.open(
                        WatchedRing.settings(
                                folder,
                                SupervisorSettings.PEER_MAIN,
                                WatchedRing.PATIENT,
                                BASE_PORT),
                        new HostsPlan(List.of(hosts), Map.of(), PeerNetwork.drawKey())));
    }

    @Test
    void aRingRunsOnSeveralHosts() throws Exception {
        try (WatchedRing ring = openRedAndBlue()) {
            ring.start(20, 80, 140, 200);

            assertThat(hostsOf(ring, 20, 80, 140, 200))
                    .containsExactly("red", "blue", "red", "red");

            ring.carryOut("add 230 on blue");
            ring.await(230, LifeEvent.Running.class);
            assertThat(hostsOf(ring, 230)).containsExactly("blue");

            byte[] content = new byte[FILE_BYTES];
            new Random(7).nextBytes(content);
            // The file is of this machine, and the peer is not.
            Path file = Files.write(folder.resolve("letter.txt"), content);
            ring.carryOut("store " + file + " as 2012 at 80");
            ring.await(80, FileEvent.FileStored.class);
            ring.carryOut("request 2012 from 140");
            ring.await(140, FileEvent.FileReceived.class);

            comesHereAsNoOtherDoes(ring, 140, content);

            ring.carryOut("pause 140");
            ring.carryOut("resume 140");
            ring.carryOut("quit 230");
            ring.awaitLast(
                    200,
                    NeighbourEvent.NeighboursChanged.class,
                    now -> !now.successors().contains(new PeerId(230)));

            assertThat(ring.failureOf("add 99 on green"))
                    .isEqualTo("This ring has no host green. It has red, blue.");
        }
    }

    private void comesHereAsNoOtherDoes(WatchedRing ring, int peer, byte[] content)
            throws Exception {
        Supervisor hosts = ring.supervisor();
        PeerId receiver = new PeerId(peer);
        String received = ring.all(peer, FileEvent.FileReceived.class).getLast().path();

        Path copy = hosts.fileOf(receiver, received).get(LIMIT_S, TimeUnit.SECONDS);

        assertThat(copy).isNotEqualTo(Path.of(received)).hasBinaryContent(content);
        Path secret = Files.writeString(folder.resolve("secret.txt"), "mine");
        assertThat(hosts.fileOf(receiver, secret.toString()))
                .failsWithin(LIMIT_S, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining(
                        secret + " is not in the folder of peer 140; no other files leave a host");
        assertThat(hosts.fileOf(receiver, received + ".not"))
                .failsWithin(LIMIT_S, TimeUnit.SECONDS);
    }

    /** Each side heals by itself, and both are one ring again afterwards. */
    @Test
    void aHostThatIsCutOffIsARingByItselfUntilItIsMended() throws Exception {
        try (WatchedRing ring = openRedAndBlue(PeerSettings.DEFAULTS)) {
            ring.start(20, 80, 140, 170);

            ring.carryOut("cut host blue");
            ring.await(80, ProcessEvent.HostCut.class);
            awaitNext(ring, 20, 140);
            awaitNext(ring, 140, 20);
            awaitNext(ring, 80, 170);
            awaitNext(ring, 170, 80);

            ring.carryOut("mend host blue");
            awaitNext(ring, 20, 80);
            awaitNext(ring, 80, 140);
            awaitNext(ring, 140, 170);
            awaitNext(ring, 170, 20);
            assertThat(ring.failureOf("cut host green"))
                    .isEqualTo("This ring has no host green. It has red, blue.");
        }
    }

    private static void awaitNext(WatchedRing ring, int peer, int successor) {
        ring.awaitLast(
                peer,
                NeighbourEvent.NeighboursChanged.class,
                now -> now.successors().indexOf(new PeerId(successor)) == 0);
    }

    /** Their peers would still reach each other. */
    @Test
    void aHostThatSharesItsAddressIsNotCutOff() throws Exception {
        try (WatchedRing ring =
                open(
                        host("red", "127.0.0.2"),
                        host("blue", "127.0.0.3"),
                        host("green", "127.0.0.2"))) {
            ring.start(20, 80, 140);

            assertThat(ring.failureOf("cut host red"))
                    .isEqualTo(
                            "Host red cannot be cut off: host green is at its address 127.0.0.2,"
                                    + " too, and peers at one address stay together.");
            assertThat(ring.all(20, ProcessEvent.HostCut.class)).isEmpty();
            ring.carryOut("cut host blue");
            ring.await(80, ProcessEvent.HostCut.class);
        }
    }

    @Test
    void aHostThatIsGoneIsOneEvent() throws Exception {
        try (WatchedRing ring = openRedAndBlue()) {
            ring.start(20, 80, 140, 200);
            ProcessHandle peer = ring.process(80);

            assertThat(peer.parent().orElseThrow().destroyForcibly()).isTrue();

            ring.until("blue is gone", () -> !gone(ring).isEmpty());
            assertThat(gone(ring)).hasSize(1);
            assertThat(gone(ring).getFirst().host()).isEqualTo("blue");
            assertThat(ring.all(80, ProcessEvent.ProcessEnded.class)).isEmpty();
            ring.until("the peer has left with its agent", () -> !peer.isAlive());
            assertThat(ring.supervisor().fileOf(new PeerId(80), "2012.pdf"))
                    .failsWithin(LIMIT_S, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("No peer runs on host blue.");
        }
    }

    @Test
    void aHostThatCannotBeReachedIsNamedWithItsCommandAndTheCommandsWords() throws Exception {
        Host strange =
                new Host(
                        "strange",
                        InetAddress.ofLiteral("127.0.0.2"),
                        256,
                        "ls /no/such/folder {command}");
        try (WatchedRing ring = open(strange)) {
            assertThat(ring.failureOf("add 20"))
                    .startsWith("Peer 20 could not be started: Host strange could not be reached")
                    .contains("Host strange could not be reached", "ls /no/such/folder", "No such");
        }
    }

    private static List<String> hostsOf(WatchedRing ring, int... peers) {
        return IntStream.of(peers)
                .mapToObj(
                        peer -> ring.all(peer, ProcessEvent.ProcessStarted.class).getLast().host())
                .toList();
    }

    private static List<ProcessEvent.HostGone> gone(WatchedRing ring) {
        return IntStream.of(20, 80, 140, 200)
                .boxed()
                .flatMap(peer -> ring.all(peer, ProcessEvent.HostGone.class).stream())
                .toList();
    }
}
