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
import ringside.status.NeighbourEvent;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/** SPEC 10.6: a ring on the loopback interface may have a key. */
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

    /** The system shows arguments to every user. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void eachPeerHasTheKeyAndNoArgumentShowsIt() throws Exception {
        HostOptions options = parsed("--key", key(KEY + "\n", "rw-------").toString());
        SupervisorSettings settings =
                WatchedRing.settings(
                        folder, SupervisorSettings.PEER_MAIN, WatchedRing.PATIENT, BASE_PORT);
        try (WatchedRing ring = new WatchedRing(options.opener(Map.of()).open(settings))) {
            ring.start(10, 120, 200);
            ring.await(10, NeighbourEvent.PingAnswered.class);
            List<String[]> peers =
                    ProcessHandle.current()
                            .children()
                            .flatMap(child -> child.info().arguments().stream())
                            .filter(words -> List.of(words).contains(Integer.toString(BASE_PORT)))
                            .toList();
            assertThat(peers).hasSize(3);
            for (String[] words : peers) {
                assertThat(words).containsSequence("--key", "-").doesNotContain(KEY);
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

    @Test
    void whatIsNoKeyIsRefusedAndNotRepeated() throws IOException {
        Path file = key("secret", "rw-------");
        assertThatThrownBy(() -> parsed("--key", file.toString()).opener(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no ring key")
                .hasMessageNotContaining("secret");
    }
}
