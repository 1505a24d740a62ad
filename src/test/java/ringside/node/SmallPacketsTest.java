package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import ringside.PatientBinding;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.ring.PeerId;
import ringside.wire.MessageSeal;

/**
 * A line with packets smaller than a segment: the system refuses to segment a batch, so the
 * segments are sent one by one. Runs in its own network namespace, if this user may create one.
 */
class SmallPacketsTest {

    private static final int SEGMENT_BYTES = 2_000;
    private static final int SEGMENTS = 20;
    private static final String PIECES = "pieces: ";

    /**
     * Sends batches over a line with packets of 1,500 bytes, and prints how many were sent and
     * received.
     */
    static final class Sender {

        private Sender() {}

        public static void main(String[] arguments) throws IOException {
            Addresses addresses = new Addresses(InetAddress.getLoopbackAddress(), 27_300);
            Counters sent = new Counters();
            Counters received = new Counters();
            PeerId receiver = new PeerId(2);
            try (UdpEndpoint from = open(addresses, new PeerId(1), sent);
                    UdpEndpoint to = open(addresses, receiver, received)) {
                for (int row = 0; row < 3; row++) {
                    for (int i = 0; i < SEGMENTS + 1; i++) {
                        from.send(
                                receiver,
                                new Datagram.Segment(
                                        7, 1, SEGMENT_BYTES, Bytes.of(new byte[SEGMENT_BYTES])));
                    }
                    from.flush();
                    to.receive(input -> {});
                }
                to.receive(input -> {});
            }
            System.out.println(PIECES + sent.datagramsSent + " " + received.datagramsReceived);
        }

        private static UdpEndpoint open(Addresses addresses, PeerId peer, Counters counters)
                throws IOException {
            DatagramChannel channel = DatagramChannel.open();
            PatientBinding.bind(() -> channel.bind(addresses.of(peer)));
            channel.configureBlocking(false);
            return new UdpEndpoint(
                    channel,
                    addresses,
                    MessageSeal.none(),
                    counters,
                    new PeerClock(),
                    new MessageCapture(0, () -> 0, event -> {}));
        }
    }

    @Test
    void noSegmentIsLostWhereTheSystemDoesNotCut() throws Exception {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        "unshare",
                                        "-n",
                                        "sh",
                                        "-c",
                                        "ip link set lo mtu 1500 up && exec \"$@\"",
                                        "sh",
                                        System.getProperty("java.home") + "/bin/java",
                                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Sender.class.getName()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        Assumptions.assumeTrue(said.contains(PIECES), "this user may make no network: " + said);
        assertThat(said.strip()).endsWith(PIECES + 3 * (SEGMENTS + 1) + " " + 3 * (SEGMENTS + 1));
    }
}
