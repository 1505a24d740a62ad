package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.status.FileEvent;
import ringside.status.LifeEvent.Statistics;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighbourEvent;

/**
 * SPEC 10.1, 10.2: whatever arrives on the ports of real peers while the ring runs, nothing changes.
 */
class BadInputTest {

    private static final int BASE_PORT = 22_000;
    private static final int[] IDS = {14, 77, 168, 236};
    private static final int VICTIM = 77;

    @TempDir private Path folder;
    private WatchedRing ring;
    private final Random random = new Random(3);

    @BeforeEach
    void start() throws IOException {
        ring = new WatchedRing(folder, SupervisorSettings.PEER_MAIN, BASE_PORT);
        ring.start(IDS);
        ring.await(VICTIM, NeighboursChanged.class, BadInputTest::isComplete);
    }

    @AfterEach
    void close() {
        ring.close();
    }

    private static boolean isComplete(NeighboursChanged changed) {
        return changed.predecessors().size() == 2 && changed.successors().size() == 3;
    }

    @Test
    void randomAndForgedDatagramsAreCountedAndChangeNothing() throws IOException {
        try (DatagramSocket stranger = new DatagramSocket()) {
            // The system drops what a busy peer's buffer cannot take: until enough got through.
            awaitStatistics(
                    statistics -> {
                        sendNoise(stranger);
                        return statistics.badDatagrams() >= 1_000;
                    });
            // A ping with right bytes from a port that is no peer's proves nobody.
            send(stranger, text("{\"type\":\"ping\",\"role\":\"first\",\"sequence\":0}"));
        }
        // The same from the port of a peer that does not run: heard, tested, and not believed.
        try (DatagramSocket forger = at(BASE_PORT + 100)) {
            for (String json :
                    List.of(
                            "{\"type\":\"pingReply\",\"sequence\":0,\"successors\":[100,101]}",
                            "{\"type\":\"ping\",\"role\":\"third\",\"sequence\":0}",
                            "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":-1}",
                            "{\"type\":\"ping\",\"role\":\"first\"",
                            "{\"type\":\"departure\",\"from\":168,\"predecessors\":[],"
                                    + "\"successors\":[]}")) {
                send(forger, text(json));
            }
        }
        assertNothingChanged();
    }

    @Test
    void badFramesAreCountedAndChangeNothing() throws IOException {
        List<byte[]> frames = new ArrayList<>();
        frames.add(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array());
        frames.add(ByteBuffer.allocate(4).putInt(-1).array());
        frames.add(frame("[".repeat(60_000)));
        frames.add(frame("{\"type\":\"departure\",\"from\":999}"));
        frames.add(frame("{\"type\":\"departure\",\"from\":\"168\",\"successors\":7}"));
        frames.add(
                frame(
                        "{\"type\":\"offer\",\"from\":14,\"transferId\":1,"
                                + "\"purpose\":\"handover\",\"lookupId\":0,"
                                + "\"file\":\"../../2012.pdf\",\"bytes\":1,\"sha256\":\""
                                + "0".repeat(64)
                                + "\",\"versionMs\":1,\"mss\":1}"));
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[1 + random.nextInt(500)];
            random.nextBytes(noise);
            noise[0] = 1;
            frames.add(noise);
        }
        for (byte[] frame : frames) {
            try (Socket socket = connected()) {
                socket.getOutputStream().write(frame);
                awaitHangUp(socket);
            }
        }
        awaitStatistics(statistics -> statistics.badFrames() >= frames.size());
        assertNothingChanged();
        try (var files = Files.list(folder.resolve("peer-" + VICTIM).resolve("files"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aThousandConnectionsThatSayNothingAreShedAndTheRingGoesOn() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                silent.add(connected());
            }
            awaitStatistics(statistics -> statistics.connectionsRefused() > 0);
            assertNothingChanged();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    /** The ring still works: everybody still answers pings, nobody died, requests get through. */
    private void assertNothingChanged() throws IOException {
        int before = ring.all(VICTIM, NeighbourEvent.PingAnswered.class).size();
        Awaitility.await()
                .atMost(WatchedRing.LIMIT)
                .until(() -> ring.all(VICTIM, NeighbourEvent.PingAnswered.class).size() > before + 3);
        for (int id : IDS) {
            assertThat(ring.all(id, NeighbourEvent.PeerDead.class)).isEmpty();
            assertThat(ring.process(id).isAlive()).isTrue();
        }
        NeighboursChanged last = ring.all(VICTIM, NeighboursChanged.class).getLast();
        assertThat(last.successors()).isEqualTo(WatchedRing.peers(168, 236, 14));
        assertThat(last.predecessors()).isEqualTo(WatchedRing.peers(14, 236));

        Files.writeString(folder.resolve("0250.txt"), "still here");
        ring.carryOut("request 0250 from " + VICTIM);
        FileEvent.FileReceived received = ring.await(VICTIM, FileEvent.FileReceived.class);
        assertThat(Path.of(received.path())).hasContent("still here");
    }

    private void awaitStatistics(java.util.function.Predicate<Statistics> wanted) {
        ring.await(VICTIM, Statistics.class, wanted);
    }

    private void sendNoise(DatagramSocket stranger) {
        try {
            for (int i = 0; i < 50; i++) {
                byte[] bytes = new byte[random.nextInt(1_000)];
                random.nextBytes(bytes);
                send(stranger, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(DatagramSocket from, byte[] bytes) throws IOException {
        from.send(new DatagramPacket(bytes, bytes.length, victim()));
    }

    private static DatagramSocket at(int port) throws IOException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) WatchedRing.LIMIT.toMillis());
        socket.connect(victim());
        return socket;
    }

    /** The peer hangs up on nonsense; a reset says the same as an end of stream. */
    private static void awaitHangUp(Socket socket) {
        try {
            assertThat(socket.getInputStream().readNBytes(1)).isEmpty();
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static InetSocketAddress victim() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), BASE_PORT + VICTIM);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] frame(String json) {
        byte[] bytes = text(json);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }
}
