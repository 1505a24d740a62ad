package ringside.hosts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.RealProcesses;
import ringside.scenario.PlayedScenario;
import ringside.status.PeerSettings;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/**
 * All scenarios over three hosts that are network namespaces, each with an {@code sshd} (HOSTS 3).
 * It takes ten minutes; {@code -Dscenarios=real} starts it, as those on one machine.
 */
@RealProcesses
@EnabledIfSystemProperty(named = "scenarios", matches = "real")
class ScenariosOverHostsTest {

    private static final int BASE_PORT = 23_600;

    @TempDir private Path folder;

    @BeforeEach
    void needNamespaces() {
        assumeTrue(Namespaces.missing().isEmpty(), Namespaces.missing());
    }

    @ParameterizedTest
    @MethodSource("ringside.scenario.PlayedScenario#files")
    void everyScenarioHoldsOverThreeHosts(Path file) throws Exception {
        try (Namespaces lab = Namespaces.open(folder, 3)) {
            PlayedScenario.assertHolds(
                    file,
                    HostsRing.open(
                            WatchedRing.settings(
                                    Files.createDirectories(folder.resolve("run")),
                                    SupervisorSettings.PEER_MAIN,
                                    PeerSettings.DEFAULTS,
                                    BASE_PORT),
                            new HostsPlan(lab.hosts(), Map.of(), PeerNetwork.drawKey())));
        }
    }
}
