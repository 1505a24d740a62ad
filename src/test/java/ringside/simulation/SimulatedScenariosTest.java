package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.BesideOthers;
import ringside.scenario.PathFinder;
import ringside.scenario.ScenarioFile;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioRunner;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.scenario.ScenarioSyntaxException;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * What holds in the scenarios of the project for real peers, holds in virtual time. {@code
 * -Dseeds=100} tries as many seeds.
 */
@BesideOthers
class SimulatedScenariosTest {

    static final Path SCENARIOS = Path.of("assets", "scenarios");

    private final List<String> printed = new ArrayList<>();
    private final List<StatusEntry> recorded = new ArrayList<>();

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> all = Files.walk(SCENARIOS)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioHolds(Path file) throws Exception {
        String scenario = ScenarioFile.read(file);
        for (long seed : Seeds.orElse(1)) {
            printed.clear();
            recorded.clear();
            Outcome outcome = play(scenario, seed);

            assertThat(outcome)
                    .as("seed %d\n%s", seed, String.join("\n", printed))
                    .isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void theSameSeedGivesTheSameEvents() throws Exception {
        String scenario = ScenarioFile.read(SCENARIOS.resolve("lossy-transfer.txt"));
        play(scenario, 1);
        List<StatusEntry> first = List.copyOf(recorded);
        List<String> said = List.copyOf(printed);
        recorded.clear();
        printed.clear();
        play(scenario, 1);

        assertThat(recorded).isEqualTo(first);
        assertThat(printed).isEqualTo(said);
    }

    private Outcome play(String text, long seed) throws ScenarioSyntaxException {
        SimulatedRing ring = new SimulatedRing(seed, PeerSettings.DEFAULTS);
        ring.listen(recorded::add);
        Outcome outcome =
                new ScenarioRunner(
                                ring,
                                ring,
                                ring,
                                new PathFinder(List.of(Path.of("").toAbsolutePath())),
                                printed::add)
                        .run(ScenarioParser.parse("test", text));
        ring.end();
        return outcome;
    }
}
