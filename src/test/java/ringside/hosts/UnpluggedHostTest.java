package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.ring.PeerId;
import ringside.scenario.PlayedScenario;
import ringside.status.FileEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/**
 * Three hosts that are network namespaces, each with an {@code sshd} (HOSTS 3). Only root can make
 * them, and only where there is one.
 */
@RealProcesses
@Order(1)
class UnpluggedHostTest {

    private static final int BASE_PORT = 26_900;

    /** In turns on the three hosts. */
    private static final int[] RING = {10, 38, 66, 94, 122, 150, 178, 206, 234};

    /** Of 2012, which is the next after 220 on the circle. */
    private static final int OWNER = 234;

    /** Enough to travel for seconds, segment by segment. */
    private static final int FILE_BYTES = 30_000_000;

    private static final PeerSettings QUICK = PeerSettings.DEFAULTS.withLoss(0).withMss(1_400);

    @TempDir private Path folder;

    @BeforeEach
    void needNamespaces() {
        assumeTrue(Namespaces.missing().isEmpty(), Namespaces.missing());
    }

    private Supervisor open(Namespaces lab, PeerSettings peers) throws Exception {
        return HostsRing.open(
                WatchedRing.settings(folder, SupervisorSettings.PEER_MAIN, peers, BASE_PORT),
                new HostsPlan(lab.hosts(), Map.of(), PeerNetwork.drawKey()));
    }

    @Test
    void aRingHealsWithoutAHostAndIsWholeWithItAgain() throws Exception {
        byte[] content = new byte[FILE_BYTES];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("large.bin"), content);
        try (Namespaces lab = Namespaces.open(folder, 3);
                WatchedRing ring = new WatchedRing(open(lab, QUICK))) {
            ring.start(RING);
            assertThat(Stream.of(10, 38, 66).map(peer -> hostOf(ring, peer)))
                    .containsExactly("lab1", "lab2", "lab3");
            ring.carryOut("store " + file + " as 2012 at " + OWNER);
            ring.await(OWNER, FileEvent.FileStored.class);

            ring.carryOut("request 2012 from 94");
            ring.await(94, FileEvent.TransferStarted.class);
            lab.unplug(3);

            List<Integer> living = List.of(10, 38, 94, 122, 178, 206);
            awaitRing(ring, living);
            assertThat(told(ring, ProcessEvent.HostSilent.class))
                    .extracting(ProcessEvent.HostSilent::host)
                    .containsExactly("lab3");

            lab.plug(3);

            awaitRing(ring, List.of(10, 38, 66, 94, 122, 150, 178, 206, 234));
            ring.until(
                    "lab3 is heard again",
                    () -> !told(ring, ProcessEvent.HostHeard.class).isEmpty());
            for (int peer : new int[] {10, 38, 66}) {
                int before = ring.all(peer, FileEvent.FileReceived.class).size();
                ring.carryOut("request 2012 from " + peer);
                ring.until(
                        peer + " finds the file",
                        () -> ring.all(peer, FileEvent.FileReceived.class).size() > before);
            }
            assertThat(told(ring, ProcessEvent.HostGone.class)).isEmpty();
        }
    }

    @Test
    void aScenarioPlaysOverSeveralHosts() throws Exception {
        try (Namespaces lab = Namespaces.open(folder, 3)) {
            PlayedScenario.assertHolds(
                    Path.of("assets/scenarios/first-ring.txt"), open(lab, PeerSettings.DEFAULTS));
        }
    }

    /** Waits until each of these peers has the next of them as its first successor. */
    private static void awaitRing(WatchedRing ring, List<Integer> peers) {
        for (int i = 0; i < peers.size(); i++) {
            PeerId next = new PeerId(peers.get((i + 1) % peers.size()));
            ring.awaitLast(
                    peers.get(i),
                    NeighbourEvent.NeighboursChanged.class,
                    now -> !now.successors().isEmpty() && now.successors().getFirst().equals(next));
        }
    }

    private static String hostOf(WatchedRing ring, int peer) {
        return ring.all(peer, ProcessEvent.ProcessStarted.class).getLast().host();
    }

    private static <T extends ProcessEvent> List<T> told(WatchedRing ring, Class<T> kind) {
        return IntStream.of(RING).boxed().flatMap(peer -> ring.all(peer, kind).stream()).toList();
    }
}
