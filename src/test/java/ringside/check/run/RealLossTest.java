package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.program.Namespaces;
import ringside.program.NativeSockets;

/** A fifth of a transfer is lost for real, and nothing else (PROGRAMS 5.11). */
@RealProcesses
class RealLossTest {

    private static final int MSS = 300;
    private static final int DATAGRAMS = 500;

    @TempDir private Path folder;

    /** What is sent in a network of its own, and how much of it arrives. */
    static final class Probe {

        private Probe() {}

        public static void main(String[] arguments) throws Exception {
            NativeSockets.raiseLoopback();
            try (DatagramSocket sender = socket();
                    DatagramSocket receiver = socket();
                    DatagramSocket other = socket()) {
                RealLoss loss = new RealLoss();
                Optional<String> refusal =
                        loss.begin(MSS, receiver.getLocalPort(), List.of(other.getLocalPort()));
                if (refusal.isPresent()) {
                    System.out.println("refused " + refusal.get());
                    return;
                }
                System.out.println("before " + arrivals(receiver, sender, 20));
                System.out.println("padded " + arrivals(other, receiver, MSS));
                System.out.println("segments " + arrivals(sender, receiver, MSS));
                System.out.println("answers " + arrivals(receiver, sender, 20));
                System.out.println("others " + arrivals(other, sender, 20));
                loss.end();
                System.out.println("after " + arrivals(sender, receiver, MSS));
            }
        }

        private static DatagramSocket socket() throws IOException {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(20);
            return socket;
        }

        /** A datagram on the loopback has arrived when the call that sent it returns. */
        private static int arrivals(DatagramSocket from, DatagramSocket to, int bytes)
                throws IOException {
            int count = 0;
            for (int i = 0; i < DATAGRAMS; i++) {
                from.send(new DatagramPacket(new byte[bytes], bytes, to.getLocalSocketAddress()));
                try {
                    to.receive(new DatagramPacket(new byte[bytes], bytes));
                    count++;
                } catch (SocketTimeoutException e) {
                    // It was lost.
                }
            }
            return count;
        }
    }

    @Test
    void aFifthOfATransferIsLostInBothDirections() throws Exception {
        assumeTrue(Namespaces.arePossible(), "this machine lets its user make no namespaces");
        List<String> lines = probe();
        assumeTrue(!lines.getFirst().startsWith("refused"), lines.getFirst());
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("before 500");
        assertThat(lines.get(1)).as("pings as long as a segment").isEqualTo("padded 500");
        assertThat(countIn(lines.get(2))).isBetween(320, 460);
        assertThat(countIn(lines.get(3))).isBetween(320, 460);
        assertThat(lines.get(4)).isEqualTo("others 500");
        assertThat(lines.get(5)).isEqualTo("after 500");
    }

    /** In a network that is shared there may be a table of that name. */
    @Test
    void whatHasNotBegunIsNotEnded() throws Exception {
        List<String> run = new ArrayList<>();
        RealLoss loss =
                new RealLoss(rules -> {
                    run.add(rules);
                    return run.size() == 1 ? Optional.of("refused") : Optional.empty();
                });
        loss.end();
        assertThat(run).isEmpty();
        assertThat(loss.begin(MSS, 1, List.of(2))).isPresent();
        loss.end();
        assertThat(run).hasSize(1);
        assertThat(loss.begin(MSS, 1, List.of(2))).isEmpty();
        loss.end();
        loss.end();
        assertThat(run).hasSize(3);
        assertThat(run.getLast()).startsWith("delete table");
    }

    private static int countIn(String line) {
        return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }

    private List<String> probe() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Namespaces.around(
                                        folder,
                                        Namespaces.Writable.IN_MEMORY,
                                        List.of(
                                                Path.of(
                                                                System.getProperty("java.home"),
                                                                "bin",
                                                                "java")
                                                        .toString(),
                                                "-XX:-UsePerfData",
                                                "-XX:TieredStopAtLevel=1",
                                                "--enable-native-access=ALL-UNNAMED",
                                                "-cp",
                                                System.getProperty("java.class.path"),
                                                Probe.class.getName())))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
