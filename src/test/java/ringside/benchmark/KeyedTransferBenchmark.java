package ringside.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.PeerOptions;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * What a ring key costs: 32 MiB with a window of 64 segments, by two warm peers with a key and two
 * without, in turns. Both rings stay for the whole run. The argument is the number of rounds, 15
 * unless told otherwise.
 */
public final class KeyedTransferBenchmark {

    private static final int BASE_PORT = 26_600;
    private static final int KEYED_BASE_PORT = 22_300;
    private static final int FILE_BYTES = 32 << 20;
    private static final int PART_BYTES = 1 << 20;
    private static final int WARM_UPS = 20;
    private static final int DEFAULT_ROUNDS = 15;

    private static final PeerSettings SETTINGS =
            PeerSettings.DEFAULTS.withLoss(0).withMss(1_400).withWindow(64);

    private KeyedTransferBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
        double[] plain = new double[rounds];
        double[] keyed = new double[rounds];
        double plainProcessor = 0;
        double keyedProcessor = 0;
        List<String> key = List.of(PeerOptions.KEY, key().toString());
        try (MeasuredRing without = ring(BASE_PORT, "plain", List.of());
                MeasuredRing with = ring(KEYED_BASE_PORT, "keyed", key)) {
            start(without);
            start(with);
            for (int i = 0; i < WARM_UPS; i++) {
                requestSeconds(without);
                requestSeconds(with);
            }
            plainProcessor -= without.processorSeconds();
            keyedProcessor -= with.processorSeconds();
            for (int i = 0; i < rounds; i++) {
                plain[i] = requestSeconds(without);
                keyed[i] = requestSeconds(with);
            }
            plainProcessor += without.processorSeconds();
            keyedProcessor += with.processorSeconds();
        }
        print("medians of " + rounds, Measured.median(plain), Measured.median(keyed));
        print("processors, both peers, mean", plainProcessor / rounds, keyedProcessor / rounds);
        System.out.printf("%s beside %s%n", Measured.text(plain), Measured.text(keyed));
    }

    private static void print(String what, double plain, double keyed) {
        System.out.printf(
                "32 MiB, window 64, %s: plain %.3f s, keyed %.3f s, %.1f %% more%n",
                what, plain, keyed, 100 * (keyed / plain - 1));
    }

    private static MeasuredRing ring(int basePort, String name, List<String> options)
            throws IOException {
        return MeasuredRing.withOptions(SETTINGS, basePort, folder(name), options);
    }

    private static Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory("ringside-" + name);
        Random random = new Random(1);
        byte[] part = new byte[PART_BYTES];
        try (OutputStream out = Files.newOutputStream(folder.resolve("2012.bin"))) {
            for (int left = FILE_BYTES; left > 0; left -= PART_BYTES) {
                random.nextBytes(part);
                out.write(part);
            }
        }
        return folder;
    }

    private static Path key() throws IOException {
        Path key = Files.createTempFile("ringside", ".key");
        Files.writeString(key, "0123456789abcdef".repeat(4));
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private static void start(MeasuredRing ring) throws InterruptedException {
        ring.start(220, 10);
        ring.awaitState(MeasuredRing::isWholeAndRight, 60);
    }

    /** From the request to the whole, checked file in its place, by the requester's own clock. */
    private static double requestSeconds(MeasuredRing ring) throws InterruptedException {
        ring.forget();
        ring.carryOut("request 2012 from 10");
        StatusEntry start =
                ring.await(entry -> entry.event() instanceof LookupEvent.LookupSent, 60);
        StatusEntry end = ring.await(entry -> entry.event() instanceof FileEvent.FileReceived, 120);
        return (end.atMicros() - start.atMicros()) / 1e6;
    }
}
