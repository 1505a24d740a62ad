package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.peer.ExitCode;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.wire.Keys;

/** SPEC 1.7, 10.6: one ring with a key, whose real peers are at two addresses. */
@RealProcesses
@Order(1)
class TwoAddressesTest {

    private static final int BASE_PORT = 25_600;
    private static final int FILE_BYTES = 100_300;

    private static final PeerSettings QUICK =
            PeerSettings.DEFAULTS.withPingIntervalMs(300).withWindow(64).withLoss(0);

    @TempDir private Path folder;

    /** Nobody lets it join: this sentence is all that its user sees. */
    @Test
    void aNewcomerWithAnotherKeySaysThatKeysMayDiffer() throws Exception {
        Path key = Files.writeString(folder.resolve(TwoAddressesMain.KEY_FILE), Keys.TEXT);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path other = elsewhere.resolve(TwoAddressesMain.KEY_FILE);
        Files.copy(key, other, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(other, "fedcba9876543210".repeat(4));
        try (WatchedRing ring =
                new WatchedRing(folder, TwoAddressesMain.class.getName(), QUICK, BASE_PORT)) {
            ring.start(14, 77);
            Process newcomer =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    TwoAddressesMain.class.getName(),
                                    "--join",
                                    "14",
                                    "43",
                                    "400",
                                    "0",
                                    "--base-port",
                                    Integer.toString(BASE_PORT),
                                    "--data",
                                    elsewhere.resolve("peer-43").toString())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(newcomer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("Peers of one ring have the same --key, or none at all");
            assertThat(newcomer.waitFor()).isEqualTo(ExitCode.NOT_JOINED);
        }
    }

    @Test
    void peersJoinDieHealAndSendFilesAcrossAddresses() throws IOException {
        byte[] content = new byte[FILE_BYTES];
        new Random(5).nextBytes(content);
        Files.write(folder.resolve("0250.bin"), content);
        Path key = Files.writeString(folder.resolve(TwoAddressesMain.KEY_FILE), Keys.TEXT);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        try (WatchedRing ring =
                new WatchedRing(folder, TwoAddressesMain.class.getName(), QUICK, BASE_PORT)) {
            ring.start(14, 77, 168, 201);
            ring.awaitRightRing(14, 77, 168, 201);
            ring.carryOut("add 43");
            ring.awaitRightRing(14, 43, 77, 168, 201);
            ring.carryOut("kill 77");
            ring.await(
                    43,
                    NeighbourEvent.PeerDead.class,
                    dead -> dead.target().equals(new PeerId(77)));
            ring.awaitRightRing(14, 43, 168, 201);
            ring.carryOut("request 0250 from 43");
            FileEvent.FileReceived received = ring.await(43, FileEvent.FileReceived.class);
            assertThat(Path.of(received.path())).hasBinaryContent(content);
            LifeEvent.Statistics counted = ring.await(43, LifeEvent.Statistics.class);
            assertThat(counted.badDatagrams()).isZero();
            assertThat(counted.badFrames()).isZero();
        }
    }
}
