package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.status.LifeEvent.Statistics;
import ringside.status.NeighbourEvent;

/**
 * SPEC 10.1, 10.3: a peer limited to few files and connections survives more connections than it
 * can accept; and no other machine can reach a port of the ring.
 */
@RealProcesses
class ScarceFilesTest {

    private static final int BASE_PORT = 24_300;

    /** The JVM itself needs some 45. */
    private static final int OPEN_FILES = 70;

    @TempDir private Path folder;

    @Test
    void aPeerThatMayOpenNoMoreFilesGoesOnAndServesAgainWhenTheStrangersAreGone()
            throws IOException {
        try (WatchedRing ring = new WatchedRing(settings(scarceJava(), packedClassPath()))) {
            ring.start(14, 77);
            Stranger stranger = new Stranger(BASE_PORT, 77);
            List<Socket> open = new ArrayList<>();
            try {
                for (int i = 0; i < 120; i++) {
                    open.add(stranger.connected());
                }
                ring.await(77, Statistics.class, it -> it.connectionsRefused() > 0);
                int answered = ring.all(77, NeighbourEvent.PingAnswered.class).size();
                ring.until(
                        "two more pings of peer 77 are answered",
                        () ->
                                ring.all(77, NeighbourEvent.PingAnswered.class).size()
                                        > answered + 1);
            } finally {
                for (Socket socket : open) {
                    socket.close();
                }
            }
            assertThat(ring.process(77).isAlive()).isTrue();
            try (Socket socket = stranger.connected()) {
                Stranger.write(
                        socket,
                        BadBytes.frame(
                                BadBytes.utf8("{\"type\":\"neighboursWanted\",\"from\":100}")));
                assertThat(socket.getInputStream().readNBytes(1)).hasSize(1);
            }
            assertThat(ring.all(14, NeighbourEvent.PeerDead.class)).isEmpty();
        }
    }

    /** Returns a Java program whose processes may open few files. */
    private Path scarceJava() throws IOException {
        Path shell = Path.of("/bin/sh");
        Assumptions.assumeTrue(Files.isExecutable(shell), "no shell to set a limit with");
        Path script = folder.resolve("java.sh");
        Files.writeString(
                script,
                "#!/bin/sh\nulimit -n "
                        + OPEN_FILES
                        + "\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    /** Returns a single file instead of a folder of classes, each of which is a file to open. */
    private String packedClassPath() throws IOException {
        Path jar = folder.resolve("peer.jar");
        List<String> packed = new ArrayList<>(List.of(jar.toString()));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(entry);
                if (Files.isRegularFile(path)) {
                    packed.add(entry);
                } else if (Files.exists(path.resolve("ringside/node/PeerMain.class"))) {
                    pack(path, zip);
                }
            }
        }
        return String.join(File.pathSeparator, packed);
    }

    private static void pack(Path classes, ZipOutputStream zip) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    private SupervisorSettings settings(Path java, String classPath) {
        return new SupervisorSettings(
                java,
                classPath,
                SupervisorSettings.PEER_MAIN,
                WatchedRing.PATIENT,
                BASE_PORT,
                folder,
                folder,
                List.of());
    }

    @Test
    void peersAndWindowListenOnTheLoopbackInterfaceOnly() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (WatchedRing ring =
                new WatchedRing(settings(java, System.getProperty("java.class.path")))) {
            ring.start(14, 77);
            List<Integer> ports =
                    List.of(
                            BASE_PORT + 14,
                            BASE_PORT + 77,
                            ring.supervisor().statusAddress().getPort());
            for (int port : ports) {
                assertThat(isOpen(InetAddress.ofLiteral("127.0.0.1"), port)).isTrue();
                for (InetAddress outer : outerAddresses()) {
                    assertThat(isOpen(outer, port)).as("port %d of %s", port, outer).isFalse();
                }
                for (String file : List.of("tcp", "tcp6", "udp", "udp6")) {
                    assertThat(listeners(file, port)).allMatch(ScarceFilesTest::isLoopback);
                }
            }
        }
    }

    private static List<InetAddress> outerAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /**
     * Returns the addresses to which the system says a port is bound, in its own notation; possibly
     * none.
     */
    private static List<String> listeners(String protocol, int port) throws IOException {
        Path table = Path.of("/proc/net", protocol);
        if (!Files.exists(table)) {
            return List.of();
        }
        String wanted = String.format(java.util.Locale.ROOT, ":%04X", port);
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+")[1])
                .filter(local -> local.endsWith(wanted))
                .map(local -> local.substring(0, local.indexOf(':')))
                .toList();
    }

    /** Recognises 127.0.0.1 in the system's byte order, alone or within an IPv6 address. */
    private static boolean isLoopback(String address) {
        return address.endsWith("0100007F") || address.equals("0".repeat(24) + "01000000");
    }
}
