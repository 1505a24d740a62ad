package ringside.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * A file of 32 MiB from disk to disk, by a peer's request and by atftp 0.8, in turns on the same
 * cores: with a window of 64 segments, and one at a time. Then the windowed mode beside
 * stop-and-wait with a loss. Needs {@code atftp} and {@code atftpd}.
 */
public final class WindowBesideTftp {

    private static final int BASE_PORT = 22_300;
    private static final int TFTP_PORT = 21_299;
    private static final int FILE_BYTES = 32 << 20;
    private static final int LOSSY_BYTES = 100_300;
    private static final int ROUNDS = 5;

    /** A fresh Java process interprets; the measured one has sent files for a while. */
    private static final int WARM_UPS = 20;

    private static final int MSS = 1_400;

    /**
     * With its header of 4 bytes as long on the wire as a segment of 1400 bytes with ours of 16.
     */
    private static final int TFTP_BLOCK = 1_428;

    private WindowBesideTftp() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ringside-tftp");
        byte[] content = new byte[FILE_BYTES];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("2012.bin"), content);
        letEverybodyRead(folder);
        Process daemon =
                new ProcessBuilder(
                                "atftpd",
                                "--daemon",
                                "--no-fork",
                                "--port",
                                Integer.toString(TFTP_PORT),
                                "--bind-address",
                                "127.0.0.1",
                                folder.toString())
                        .inheritIO()
                        .start();
        try {
            TimeUnit.SECONDS.sleep(1);
            beside(folder, content, 64);
            beside(folder, content, 1);
        } finally {
            daemon.destroy();
        }
        withLoss();
    }

    /** The daemon gives its rights away when it starts. */
    private static void letEverybodyRead(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void beside(Path folder, byte[] content, int window) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        PeerSettings settings = PeerSettings.DEFAULTS.withLoss(0).withMss(MSS).withWindow(window);
        try (MeasuredRing ring = ring(settings, content)) {
            for (int i = 0; i < WARM_UPS; i++) {
                tftpSeconds(folder, window);
                requestSeconds(ring, 120);
            }
            for (int i = 0; i < ROUNDS; i++) {
                theirs[i] = tftpSeconds(folder, window);
                ours[i] = requestSeconds(ring, 120);
            }
        }
        System.out.printf(
                "window %d: a request %.1f MB/s, atftp %.1f MB/s, ratio %.2f (medians of %d;"
                        + " seconds %s beside %s)%n",
                window,
                FILE_BYTES / median(ours) / 1e6,
                FILE_BYTES / median(theirs) / 1e6,
                median(theirs) / median(ours),
                ROUNDS,
                text(ours),
                text(theirs));
    }

    private static void withLoss() throws Exception {
        PeerSettings lossy = PeerSettings.DEFAULTS.withLoss(0.1).withMss(MSS);
        byte[] content = new byte[LOSSY_BYTES];
        new Random(2).nextBytes(content);
        double[] windowed = new double[ROUNDS];
        double[] oneByOne = new double[ROUNDS];
        try (MeasuredRing ring = ring(lossy.withWindow(32), content)) {
            requestSeconds(ring, 60);
            for (int i = 0; i < ROUNDS; i++) {
                windowed[i] = requestSeconds(ring, 60);
            }
        }
        try (MeasuredRing ring = ring(lossy, content)) {
            for (int i = 0; i < ROUNDS; i++) {
                oneByOne[i] = requestSeconds(ring, 300);
            }
        }
        System.out.printf(
                "loss 0.1, %,d bytes: window 32 %.3f s, stop-and-wait %.3f s, ratio %.0f (medians of"
                        + " %d; %s beside %s)%n",
                LOSSY_BYTES,
                median(windowed),
                median(oneByOne),
                median(oneByOne) / median(windowed),
                ROUNDS,
                text(windowed),
                text(oneByOne));
    }

    private static MeasuredRing ring(PeerSettings settings, byte[] content) throws Exception {
        MeasuredRing ring = new MeasuredRing(settings, BASE_PORT);
        Files.write(ring.folder.resolve("2012.bin"), content);
        ring.start(220, 10);
        ring.awaitState(MeasuredRing::isWholeAndRight, 30);
        return ring;
    }

    /** From the request to the whole, checked file in its place, by the requester's own clock. */
    private static double requestSeconds(MeasuredRing ring, long mostSeconds)
            throws InterruptedException {
        ring.forget();
        ring.carryOut("request 2012 from 10");
        StatusEntry start =
                ring.await(entry -> entry.event() instanceof LookupEvent.LookupSent, 30);
        StatusEntry end =
                ring.await(entry -> entry.event() instanceof FileEvent.FileReceived, mostSeconds);
        return (end.atMicros() - start.atMicros()) / 1e6;
    }

    private static double tftpSeconds(Path folder, int window)
            throws IOException, InterruptedException {
        Path target = folder.resolve("got.bin");
        List<String> command =
                List.of(
                        "atftp",
                        "--option",
                        "blksize " + TFTP_BLOCK,
                        "--option",
                        "windowsize " + window,
                        "--get",
                        "--remote-file",
                        "2012.bin",
                        "--local-file",
                        target.toString(),
                        "127.0.0.1",
                        Integer.toString(TFTP_PORT));
        long start = System.nanoTime();
        int exit =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0 || Files.size(target) != FILE_BYTES) {
            throw new IllegalStateException("atftp did not bring the file, exit " + exit);
        }
        return seconds;
    }

    private static String text(double[] seconds) {
        return Arrays.toString(
                Arrays.stream(seconds).mapToObj(each -> "%.3f".formatted(each)).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
