package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.supervisor.RunningHosts;
import ringside.supervisor.Supervisor;

/** Plays the program's scenarios on rings of real processes. */
public final class PlayedScenario {

    /** The German files have the same lines. */
    private static final Path ALL = Path.of("assets/scenarios");

    private PlayedScenario() {}

    public static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(ALL)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    /**
     * Asserts that a scenario holds, and ends the ring.
     *
     * @param ring an open ring, on which no peer runs yet
     */
    public static void assertHolds(Path file, Supervisor ring) throws Exception {
        List<String> printed = new ArrayList<>();
        try {
            Outcome outcome =
                    new ScenarioRunner(
                                    ring,
                                    ring,
                                    new RunningHosts(ring),
                                    new PathFinder(List.of(Path.of("").toAbsolutePath())),
                                    printed::add)
                            .run(ScenarioParser.parse("test", ScenarioFile.read(file)));
            assertThat(outcome).as(String.join("\n", printed)).isEqualTo(Outcome.PASSED);
        } finally {
            ring.quitAll().join();
        }
    }
}
