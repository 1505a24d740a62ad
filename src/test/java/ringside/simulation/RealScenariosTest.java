package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.RealProcesses;
import ringside.scenario.PathFinder;
import ringside.scenario.ScenarioFile;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioRunner;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.status.PeerSettings;
import ringside.supervisor.CachedPeers;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.ThisMachine;

/**
 * The other way to play what {@link SimulatedScenariosTest} plays: on real processes. It takes
 * minutes, and the limits of the scenarios want a machine that is not busy, so that only {@code
 * -Dscenarios=real} starts it. The German files have the same lines.
 */
@RealProcesses
@EnabledIfSystemProperty(named = "scenarios", matches = "real")
class RealScenariosTest {

    private static final int BASE_PORT = 32_000;

    @TempDir private Path folder;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> all = Files.list(SimulatedScenariosTest.SCENARIOS)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioHoldsForRealPeers(Path file) throws Exception {
        List<String> printed = new ArrayList<>();
        CachedPeers cached = CachedPeers.ofThisBuild();
        Supervisor ring =
                Supervisor.open(
                        new SupervisorSettings(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                cached.classPath(),
                                SupervisorSettings.PEER_MAIN,
                                PeerSettings.DEFAULTS,
                                BASE_PORT,
                                folder,
                                folder,
                                cached.flags()));
        try {
            Outcome outcome =
                    new ScenarioRunner(
                                    ring,
                                    ring,
                                    ThisMachine.HERE,
                                    new PathFinder(List.of(Path.of("").toAbsolutePath())),
                                    printed::add)
                            .run(ScenarioParser.parse("test", ScenarioFile.read(file)));
            assertThat(outcome).as(String.join("\n", printed)).isEqualTo(Outcome.PASSED);
        } finally {
            ring.quitAll().join();
        }
    }
}
