package ringside.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * Files from disk to disk, by a peer's request, by atftp 0.8 and by Aeron, in turns on the same
 * cores: the first transfer of two fresh peers beside a whole atftp; then, warm, 32 MiB with a
 * window of 64 segments beside both, one at a time beside atftp, 1 GiB beside Aeron; the windowed
 * mode beside stop-and-wait with a loss. Needs {@code atftp} and {@code atftpd}; the arguments name
 * some of {@code cold}, {@code warm}, {@code large} and {@code loss}, all unless told otherwise.
 */
public final class TransfersBesideOthers {

    private static final int BASE_PORT = 22_300;
    private static final int TFTP_PORT = 21_299;
    private static final int FILE_BYTES = 32 << 20;
    private static final int LARGE_BYTES = 1 << 30;
    private static final int PART_BYTES = 1 << 20;
    private static final double MIB = 1 << 20;
    private static final int LOSSY_BYTES = 100_300;
    private static final int ROUNDS = 5;

    /** A fresh Java process interprets; the measured one has sent files for a while. */
    private static final int WARM_UPS = 20;

    private static final int MSS = 1_400;

    private static final PeerSettings SETTINGS = PeerSettings.DEFAULTS.withLoss(0).withMss(MSS);

    /**
     * With its header of 4 bytes as long on the wire as a segment of 1400 bytes with ours of 16.
     */
    private static final int TFTP_BLOCK = 1_428;

    private TransfersBesideOthers() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Set<String> rows =
                arguments.length > 0 ? Set.of(arguments) : Set.of("cold", "warm", "large", "loss");
        Path folder = Files.createTempDirectory("ringside-transfers");
        write(folder.resolve("2012.bin"), FILE_BYTES);
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
            if (rows.contains("cold")) {
                cold(folder);
            }
            if (rows.contains("warm")) {
                warm(folder, 64);
                warm(folder, 1);
            }
        } finally {
            daemon.destroy();
        }
        if (rows.contains("large")) {
            large(folder);
        }
        if (rows.contains("loss")) {
            withLoss(folder);
        }
    }

    private static void write(Path file, int bytes) throws IOException {
        Random random = new Random(1);
        byte[] part = new byte[PART_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int left = bytes; left > 0; left -= PART_BYTES) {
                random.nextBytes(part);
                out.write(part, 0, Math.min(left, PART_BYTES));
            }
        }
    }

    /** The daemon gives its rights away when it starts. */
    private static void letEverybodyRead(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Two fresh peers each time, which have never sent a file, beside a fresh atftp. */
    private static void cold(Path folder) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            theirs[i] = tftpSeconds(folder, 64);
            try (MeasuredRing ring = ring(SETTINGS.withWindow(64), folder)) {
                ours[i] = requestSeconds(ring, 120);
            }
        }
        print("first transfer of fresh peers, window 64", FILE_BYTES, ours, "atftp", theirs);
    }

    private static void warm(Path folder, int window) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] aerons = new double[ROUNDS];
        try (MeasuredRing ring = ring(SETTINGS.withWindow(window), folder);
                AeronCopy aeron =
                        new AeronCopy(folder.resolve("2012.bin"), folder.resolve("copy.bin"))) {
            for (int i = 0; i < WARM_UPS; i++) {
                tftpSeconds(folder, window);
                requestSeconds(ring, 120);
                aeron.seconds();
            }
            for (int i = 0; i < ROUNDS; i++) {
                theirs[i] = tftpSeconds(folder, window);
                ours[i] = requestSeconds(ring, 120);
                aerons[i] = aeron.seconds();
            }
        }
        print("warm, window " + window, FILE_BYTES, ours, "atftp", theirs);
        print("warm, window " + window, FILE_BYTES, ours, "Aeron", aerons);
    }

    private static void large(Path folder) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] aerons = new double[ROUNDS];
        Path big = Files.createDirectory(folder.resolve("large"));
        write(big.resolve("2012.bin"), LARGE_BYTES);
        long before;
        long after;
        try (MeasuredRing ring = ring(SETTINGS.withWindow(64), big);
                AeronCopy aeron = new AeronCopy(big.resolve("2012.bin"), big.resolve("copy.bin"))) {
            requestSeconds(ring, 300);
            aeron.seconds();
            before = ring.residentBytes();
            for (int i = 0; i < ROUNDS; i++) {
                ours[i] = requestSeconds(ring, 300);
                aerons[i] = aeron.seconds();
            }
            after = ring.residentBytes();
        }
        print("1 GiB, window 64", LARGE_BYTES, ours, "Aeron", aerons);
        System.out.printf(
                "both peers have %.1f MiB after the first of these files, %.1f after %d more%n",
                before / MIB, after / MIB, ROUNDS);
    }

    private static void print(
            String what, int bytes, double[] ours, String other, double[] theirs) {
        System.out.printf(
                "%s: a request %.1f MB/s, %s %.1f MB/s, ratio %.2f (medians of %d; seconds %s beside"
                        + " %s)%n",
                what,
                bytes / Measured.median(ours) / 1e6,
                other,
                bytes / Measured.median(theirs) / 1e6,
                Measured.median(theirs) / Measured.median(ours),
                ROUNDS,
                Measured.text(ours),
                Measured.text(theirs));
    }

    private static void withLoss(Path parent) throws Exception {
        PeerSettings lossy = SETTINGS.withLoss(0.1);
        Path folder = Files.createDirectory(parent.resolve("lossy"));
        write(folder.resolve("2012.bin"), LOSSY_BYTES);
        double[] windowed = new double[ROUNDS];
        double[] oneByOne = new double[ROUNDS];
        try (MeasuredRing ring = ring(lossy.withWindow(32), folder)) {
            requestSeconds(ring, 60);
            for (int i = 0; i < ROUNDS; i++) {
                windowed[i] = requestSeconds(ring, 60);
            }
        }
        try (MeasuredRing ring = ring(lossy, folder)) {
            for (int i = 0; i < ROUNDS; i++) {
                oneByOne[i] = requestSeconds(ring, 300);
            }
        }
        System.out.printf(
                "loss 0.1, %,d bytes: window 32 %.3f s, stop-and-wait %.3f s, ratio %.0f (medians of"
                        + " %d; %s beside %s)%n",
                LOSSY_BYTES,
                Measured.median(windowed),
                Measured.median(oneByOne),
                Measured.median(oneByOne) / Measured.median(windowed),
                ROUNDS,
                Measured.text(windowed),
                Measured.text(oneByOne));
    }

    private static MeasuredRing ring(PeerSettings settings, Path files) throws Exception {
        MeasuredRing ring = new MeasuredRing(settings, BASE_PORT, files);
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
}
