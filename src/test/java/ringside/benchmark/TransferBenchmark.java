package ringside.benchmark;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * Stop-and-wait at loss 0 beside a bare exchange of the same datagram sizes between two processes
 * that do nothing else. Prints the rate of both and their ratio, in turns, and the medians.
 */
public final class TransferBenchmark {

    private static final int BASE_PORT = 21_000;
    private static final int BARE_PORT = 20_999;
    private static final int HEADER_BYTES = 16;
    private static final int MSS = 400;
    private static final int ROUNDS = 31;

    /** A fresh Java process interprets; the measured ones have done this for a while. */
    private static final int WARM_UPS = 20;

    private TransferBenchmark() {}

    /** Runs with no arguments; with one it is the bare exchange's other process. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            echo();
            return;
        }
        Process echo =
                new ProcessBuilder(
                                MeasuredRing.java().toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TransferBenchmark.class.getName(),
                                "echo")
                        .inheritIO()
                        .start();
        try {
            measure(100_300);
            measure(4_000_000);
        } finally {
            echo.destroy();
        }
    }

    private static void measure(int bytes) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        try (MeasuredRing ring =
                        new MeasuredRing(
                                PeerSettings.DEFAULTS.withLoss(0).withMss(MSS), BASE_PORT);
                DatagramSocket socket = new DatagramSocket()) {
            byte[] content = new byte[bytes];
            new Random(1).nextBytes(content);
            Files.write(ring.folder.resolve("2012.bin"), content);
            ring.start(220, 10);
            ring.awaitState(MeasuredRing::isWholeAndRight, 30);
            for (int i = 0; i < WARM_UPS; i++) {
                bareSeconds(socket, bytes);
                transferSeconds(ring);
            }
            for (int i = 0; i < ROUNDS; i++) {
                bare[i] = bareSeconds(socket, bytes);
                ours[i] = transferSeconds(ring);
                ratios[i] = bare[i] / ours[i];
            }
        }
        System.out.printf(
                "%,d bytes in segments of %d: transfer %.2f MB/s, bare exchange %.2f MB/s, ratio"
                        + " %.2f (medians of %d; ratios %s)%n",
                bytes,
                MSS,
                bytes / Measured.median(ours) / 1e6,
                bytes / Measured.median(bare) / 1e6,
                Measured.median(ratios),
                ROUNDS,
                Arrays.toString(
                        Arrays.stream(ratios).mapToObj(r -> "%.2f".formatted(r)).toArray()));
    }

    /** From the first segment to the last acknowledgement, by the sender's own clock. */
    private static double transferSeconds(MeasuredRing ring) throws InterruptedException {
        ring.forget();
        ring.carryOut("request 2012 from 10");
        StatusEntry start =
                ring.await(
                        entry ->
                                entry.event() instanceof FileEvent.TransferStarted started
                                        && started.sending(),
                        30);
        StatusEntry end =
                ring.await(
                        entry ->
                                entry.event() instanceof LifeEvent.TerminalLine line
                                        && line.text().equals("The file is sent.")
                                        && entry.peer().equals(new PeerId(220)),
                        60);
        return (end.atMicros() - start.atMicros()) / 1e6;
    }

    private static double bareSeconds(DatagramSocket socket, int bytes) throws IOException {
        int segments = (bytes + MSS - 1) / MSS;
        InetSocketAddress other =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), BARE_PORT);
        DatagramPacket segment =
                new DatagramPacket(new byte[HEADER_BYTES + MSS], HEADER_BYTES + MSS, other);
        DatagramPacket acknowledgement = new DatagramPacket(new byte[64], 64);
        socket.setSoTimeout(1_000);
        long start = System.nanoTime();
        for (int i = 0; i < segments; i++) {
            socket.send(segment);
            socket.receive(acknowledgement);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void echo() throws IOException {
        try (DatagramSocket socket =
                new DatagramSocket(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), BARE_PORT))) {
            byte[] buffer = new byte[65_507];
            while (true) {
                DatagramPacket segment = new DatagramPacket(buffer, buffer.length);
                socket.receive(segment);
                socket.send(new DatagramPacket(buffer, HEADER_BYTES, segment.getSocketAddress()));
            }
        }
    }
}
