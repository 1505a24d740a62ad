package ringside.simulation;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.RealProcesses;
import ringside.scenario.PlayedScenario;
import ringside.status.PeerSettings;
import ringside.supervisor.CachedPeers;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/**
 * The other way to play what {@link SimulatedScenariosTest} plays: on real processes. It takes
 * minutes, and the limits of the scenarios want a machine that is not busy, so that only {@code
 * -Dscenarios=real} starts it.
 */
@RealProcesses
@EnabledIfSystemProperty(named = "scenarios", matches = "real")
class RealScenariosTest {

    private static final int BASE_PORT = 32_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("ringside.scenario.PlayedScenario#files")
    void everyScenarioHoldsForRealPeers(Path file) throws Exception {
        CachedPeers cached = CachedPeers.ofThisBuild();
        PlayedScenario.assertHolds(
                file,
                Supervisor.open(
                        new SupervisorSettings(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                cached.classPath(),
                                SupervisorSettings.PEER_MAIN,
                                PeerSettings.DEFAULTS,
                                BASE_PORT,
                                folder,
                                folder,
                                cached.flags())));
    }
}
