package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.status.FileEvent;
import ringside.status.LifeEvent.Statistics;
import ringside.status.NeighbourEvent;
import ringside.status.NeighbourEvent.NeighboursChanged;

/**
 * SPEC 10.1, 10.2, in bulk, on one ring of real peers: each bad input is counted, but none ends the
 * victim, stops its pings, changes any neighbours, or permanently costs it threads or memory.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RealProcesses
@Order(1)
class HostileInputTest {

    private static final int BASE_PORT = 24_000;
    private static final int[] IDS = {14, 77, 168, 236};
    private static final int VICTIM = 77;

    /** An unused id: datagrams from its port are inspected more closely. */
    private static final int NOBODY = 100;

    /**
     * Most memory of the victim: its heap is limited to 32 MiB, the rest is the program itself. It
     * starts at about 45 MiB.
     */
    private static final long MOST_RESIDENT_KIB = 110 * 1_024;

    private Path folder;
    private final Stranger stranger = new Stranger(BASE_PORT, VICTIM);
    private final Random random = new Random(10);
    private WatchedRing ring;
    private Vitals before;
    private int changesBefore;

    @BeforeAll
    void start(@TempDir Path runFolder) throws IOException {
        folder = runFolder;
        Files.writeString(folder.resolve("0250.txt"), "still here");
        ring = new WatchedRing(folder, SupervisorSettings.PEER_MAIN, BASE_PORT);
        ring.start(IDS);
        for (int id : IDS) {
            ring.await(id, NeighboursChanged.class, HostileInputTest::isComplete);
        }
    }

    @AfterAll
    void close() {
        ring.close();
    }

    private static boolean isComplete(NeighboursChanged changed) {
        return changed.predecessors().size() == 2 && changed.successors().size() == 3;
    }

    @BeforeEach
    void remember() throws IOException {
        before = Vitals.of(ring.process(VICTIM));
        changesBefore = changes();
    }

    private int changes() {
        int changes = 0;
        for (int id : IDS) {
            changes += ring.all(id, NeighboursChanged.class).size();
        }
        return changes;
    }

    /** Checks that the ring still works: all peers answer pings, none died, requests succeed. */
    @AfterEach
    void nothingChanged() throws IOException {
        int answered = ring.all(VICTIM, NeighbourEvent.PingAnswered.class).size();
        ring.until(
                "two more pings of the victim are answered",
                () -> ring.all(VICTIM, NeighbourEvent.PingAnswered.class).size() > answered + 1);
        assertThat(changes()).isEqualTo(changesBefore);
        for (int id : IDS) {
            assertThat(ring.all(id, NeighbourEvent.PeerDead.class)).isEmpty();
        }
        NeighboursChanged last = ring.all(VICTIM, NeighboursChanged.class).getLast();
        assertThat(last.successors()).isEqualTo(WatchedRing.peers(168, 236, 14));
        assertThat(last.predecessors()).isEqualTo(WatchedRing.peers(14, 236));
        assertThatARequestGetsThrough();
        Vitals now = Vitals.of(ring.process(VICTIM));
        assertThat(now.threads()).isLessThanOrEqualTo(before.threads() + Vitals.LATE_THREADS);
        assertThat(now.residentKiB()).isLessThan(MOST_RESIDENT_KIB);
    }

    private void assertThatARequestGetsThrough() throws IOException {
        int received = ring.all(VICTIM, FileEvent.FileReceived.class).size();
        ring.carryOut("request 0250 from " + VICTIM);
        ring.until(
                "the victim has received its file",
                () -> ring.all(VICTIM, FileEvent.FileReceived.class).size() > received);
        FileEvent.FileReceived last = ring.await(VICTIM, FileEvent.FileReceived.class);
        assertThat(Path.of(last.path())).hasContent("still here");
    }

    @Test
    void eachOfThousandBadFramesAndHalfFramesIsCounted() throws IOException {
        long counted = lastStatistics().badFrames();
        int sent = 0;
        while (sent < 1_000) {
            for (byte[] frame : BadBytes.frames(random)) {
                try (Socket socket = stranger.connected()) {
                    Stranger.write(socket, frame);
                    Stranger.awaitHangUp(socket);
                }
                sent++;
            }
            for (byte[] half : BadBytes.halfFrames()) {
                try (Socket socket = stranger.connected()) {
                    Stranger.write(socket, half);
                    socket.shutdownOutput();
                    Stranger.awaitHangUp(socket);
                }
                sent++;
            }
        }
        long expected = counted + sent;
        ring.await(VICTIM, Statistics.class, statistics -> statistics.badFrames() >= expected);
        assertThat(lastStatistics().badFrames()).isEqualTo(expected);
        assertNoFileAppeared();
    }

    @Test
    void badDatagramsOfEveryKindAreCounted() throws IOException {
        long wanted = lastStatistics().badDatagrams() + 5_000;
        try (DatagramSocket anyPort = new DatagramSocket();
                DatagramSocket nobody = stranger.socketOf(NOBODY)) {
            // The system drops datagrams that do not fit a busy peer's buffer, so repeat until
            // enough arrived.
            ring.until(
                    "the victim has counted " + wanted + " bad datagrams",
                    () -> {
                        for (byte[] datagram : BadBytes.datagrams(random)) {
                            stranger.send(anyPort, datagram);
                            stranger.send(nobody, datagram);
                        }
                        return !ring.all(VICTIM, Statistics.class).isEmpty()
                                && lastStatistics().badDatagrams() >= wanted;
                    });
        }
        assertNoFileAppeared();
    }

    /**
     * Valid bytes from a port outside the ring prove no sender; those from an unused id are not
     * believed.
     */
    @Test
    void forgedDatagramsChangeNothing() throws IOException {
        try (DatagramSocket anyPort = new DatagramSocket();
                DatagramSocket nobody = stranger.socketOf(NOBODY)) {
            for (int i = 0; i < 1_000; i++) {
                for (String json :
                        List.of(
                                "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":0}",
                                "{\"type\":\"pingReply\",\"sequence\":0,\"successors\":[100]}")) {
                    stranger.send(anyPort, BadBytes.utf8(json));
                }
                stranger.send(
                        nobody,
                        BadBytes.utf8(
                                "{\"type\":\"pingReply\",\"sequence\":"
                                        + i
                                        + ",\"predecessor\":100,\"successors\":[100,101]}"));
            }
        }
    }

    @Test
    void moreThanAThousandConnectionsThatAreSilentSlowOrNeverReadAreShedAndCounted()
            throws Exception {
        Statistics earlier = lastStatistics();
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                open.add(stranger.connected());
                Socket slow = stranger.connected();
                open.add(slow);
                Stranger.write(slow, new byte[] {0});
                Socket large = stranger.connected();
                open.add(large);
                Stranger.write(large, BadBytes.nearlyLargestFrame());
                Socket deaf = stranger.connected();
                open.add(deaf);
                Stranger.write(
                        deaf,
                        BadBytes.frame(
                                BadBytes.utf8("{\"type\":\"neighboursWanted\",\"from\":100}")));
            }
            assertThat(Vitals.of(ring.process(VICTIM)).openFiles())
                    .isLessThan(before.openFiles() + 200);
            ring.await(
                    VICTIM,
                    Statistics.class,
                    statistics ->
                            statistics.connectionsRefused() + statistics.badFrames()
                                    >= earlier.connectionsRefused() + earlier.badFrames() + 1_200);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** Sent from the port of an unused id, so that each datagram must be inspected. */
    @Test
    void aFloodOfExpensiveDatagramsKeepsNoPeerFromItsPings() throws IOException {
        byte[] dearest = BadBytes.utf8("{\"a\":[" + "1,".repeat(30_000) + "1]}");
        long wanted = lastStatistics().badDatagrams() + 4_000;
        AtomicBoolean isEnough = new AtomicBoolean();
        try (DatagramSocket nobody = stranger.socketOf(NOBODY)) {
            CompletableFuture<Void> flood =
                    CompletableFuture.runAsync(() -> {
                        while (!isEnough.get()) {
                            stranger.send(nobody, dearest);
                        }
                    });
            ring.await(VICTIM, Statistics.class, it -> it.badDatagrams() >= wanted);
            isEnough.set(true);
            flood.join();
        }
    }

    private void assertNoFileAppeared() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(path -> path.getFileName().toString()))
                    .allMatch(name ->
                            name.matches(".*_log.txt|stderr.txt|0250.txt|ringside-peer.lock"));
        }
    }

    private Statistics lastStatistics() {
        return ring.await(VICTIM, Statistics.class);
    }
}
