package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringside.RealProcesses;
import ringside.node.UsageException;
import ringside.status.NeighbourEvent;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/** SPEC 10.6: a ring on the loopback interface may have a key. */
@RealProcesses
class HostOptionsTest {

    private static final int BASE_PORT = 19_700;
    private static final String KEY = "00ff".repeat(16);

    @TempDir private Path folder;

    private Path key(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("ring.key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static HostOptions parsed(String... words) {
        HostOptions options = new HostOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("hosts", mixin(options)))
                .parseArgs(words);
        return options;
    }

    private static CommandLine.Model.CommandSpec mixin(HostOptions options) {
        return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
    }

    /** The system shows arguments to every user, and the environment to this one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void eachPeerHasTheKeyAndNothingShowsIt() throws Exception {
        HostOptions options = parsed("--key", key(KEY + "\n", "rw-------").toString());
        SupervisorSettings settings =
                WatchedRing.settings(
                        folder, SupervisorSettings.PEER_MAIN, WatchedRing.PATIENT, BASE_PORT);
        try (WatchedRing ring = new WatchedRing(options.opener(Map.of()).open(settings))) {
            ring.start(10, 120, 200);
            ring.await(10, NeighbourEvent.PingAnswered.class);
            for (int peer : new int[] {10, 120, 200}) {
                Path process = Path.of("/proc", Long.toString(ring.process(peer).pid()));
                assertThat(List.of(Files.readString(process.resolve("cmdline")).split("\0")))
                        .containsSequence("--key", "-")
                        .doesNotContain(KEY);
                assertThat(process.resolve("environ")).content().doesNotContain(KEY);
            }
        }
        assertThat(options.keyWords()).isEqualTo(" --key '" + folder.resolve("ring.key") + "'");
    }

    @Test
    void aKeyThatOthersCanReadIsRefusedBeforeAnythingStarts() throws IOException {
        Path file = key(KEY, "rw-r--r--");
        assertThatThrownBy(() -> parsed("--key", file.toString()).opener(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    /** Guests get the key of their ring, and would have it for each later one with this file. */
    @Test
    void aRingWithGuestsHasAKeyOfItsOwn() throws IOException {
        String file = key(KEY, "rw-------").toString();
        assertThatThrownBy(() -> parsed("--key", file, "--open-to", "127.0.0.1").opener(Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("do not go together");
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotRepeated() throws IOException {
        Path file = key("secret", "rw-------");
        assertThatThrownBy(() -> parsed("--key", file.toString()).opener(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no ring key")
                .hasMessageNotContaining("secret");
    }
}
