package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.PatientBinding;
import ringside.RealProcesses;
import ringside.peer.Datagram;
import ringside.ring.PeerId;
import ringside.status.DatagramFormat;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;
import ringside.wire.DatagramCodec;

/** PROGRAMS 3.4: another program speaks to the port of one of Ringside's own peers. */
@RealProcesses
class OtherProgramTest {

    private static final int BASE_PORT = 30_600;

    @TempDir private Path root;

    /** A message from a port of no peer is refused, but it can be read. */
    @Test
    void aPeerTellsWhatItCannotRead() throws Exception {
        try (LoopRing ring = new LoopRing(root, BASE_PORT);
                DatagramSocket other = new DatagramSocket()) {
            ring.start(1, 1, 1, _ -> {});
            send(other, message());
            send(other, HexFormat.of().parseHex("80049528000000"));
            ring.await(1, OtherProgramTest::isUnreadable);
            assertThat(told(ring))
                    .containsExactly(
                            new LifeEvent.UnreadableDatagrams(
                                    "127.0.0.1:" + other.getLocalPort(),
                                    1,
                                    7,
                                    DatagramFormat.PICKLE,
                                    "80 04 95 28 00 00 00",
                                    "...(..."));
        }
    }

    /** The port is that of peer 3, which a program of others may have taken. */
    @Test
    void whatComesFromThePortOfAPeerIsToldToo() throws Exception {
        try (LoopRing ring = new LoopRing(root, BASE_PORT);
                DatagramSocket three = new DatagramSocket(null)) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), BASE_PORT + 3);
            PatientBinding.bind(() -> three.bind(address));
            ring.start(1, 1, 1, _ -> {});
            send(three, "{\"ping\": 3}".getBytes(StandardCharsets.UTF_8));
            ring.await(1, OtherProgramTest::isUnreadable);
            assertThat(told(ring))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.source()).isEqualTo("127.0.0.1:" + (BASE_PORT + 3));
                        assertThat(event.format()).isEqualTo(DatagramFormat.JSON);
                    });
        }
    }

    private static byte[] message() {
        ByteBuffer bytes = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(new Datagram.Acknowledgement(1, 2), bytes);
        byte[] written = new byte[bytes.flip().remaining()];
        bytes.get(written);
        return written;
    }

    private static boolean isUnreadable(StatusEntry entry) {
        return entry.event() instanceof LifeEvent.UnreadableDatagrams
                && entry.peer().equals(new PeerId(1));
    }

    private static List<LifeEvent.UnreadableDatagrams> told(LoopRing ring) {
        return ring.seen().stream()
                .filter(OtherProgramTest::isUnreadable)
                .map(entry -> (LifeEvent.UnreadableDatagrams) entry.event())
                .toList();
    }

    private static void send(DatagramSocket from, byte[] bytes) throws Exception {
        from.send(
                new DatagramPacket(
                        bytes, bytes.length, InetAddress.getLoopbackAddress(), BASE_PORT + 1));
    }
}
