package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.supervisor.SupervisorSettings;

class WindowCommandTest {

    private static String line(Integer... peers) {
        Path here = Path.of("");
        SupervisorSettings settings =
                new SupervisorSettings(
                        here,
                        "",
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS,
                        26_000,
                        here,
                        here,
                        List.of());
        return WindowCommand.howToJoinByHand(
                "abc",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_711),
                settings,
                List.of(peers).stream().map(PeerId::new).toList());
    }

    @Test
    void theLineForAPeerByHandCanBePastedAsItIs() {
        assertThat(line(14, 43, 77, 104, 139, 168, 201, 236))
                .endsWith(
                        "  RINGSIDE_STATUS_TOKEN=abc ./run-ring.sh peer --join 14 %s 400 0.1"
                                        .formatted(218)
                                + " --base-port 26000 --status 127.0.0.1:4711");
    }

    @Test
    void onlyAMissingLibraryOfTheSystemIsBlamedOnGtk() {
        assertThat(
                        WindowCommand.sentence(
                                "/root/.openjfx/cache/26/amd64/libglassgtk3.so: libgtk-3.so.0:"
                                        + " cannot open shared object file: No such file or"
                                        + " directory"))
                .startsWith("the window needs GTK 3");
        assertThat(
                        WindowCommand.sentence(
                                "/home/x/.openjfx/cache/26/amd64/libglass.so: failed to map"
                                        + " segment from shared object"))
                .startsWith("the window could not load its own libraries")
                .contains("failed to map segment");
    }

    @Test
    void librariesAreUnpackedWhereTheyCanBeLoaded() throws IOException {
        Path file = Files.createTempFile("ringside", "file");
        try {
            assertThat(LibraryFolder.isUsable(file.resolve("openjfx"))).isFalse();
            assertThat(LibraryFolder.isUsable(Path.of("/proc/openjfx"))).isFalse();
        } finally {
            Files.delete(file);
        }
        Path folder = Files.createTempDirectory("ringside");
        assertThat(LibraryFolder.isUsable(folder)).isTrue();
        Files.delete(folder);
    }

    @Test
    void theIdInTheLineIsFreeAndNotTheNextOneOfAddPeer() {
        assertThat(line(0)).contains("--join 0 64 ");
        assertThat(line(0, 100)).contains("--join 0 50 ");
    }
}
