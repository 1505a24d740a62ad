package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.app.Main;
import ringside.check.Finding;
import ringside.check.RingPlan;
import ringside.check.Scene;
import ringside.check.Verdict;
import ringside.program.Namespaces;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** What a hostile program does stays in its namespaces, and ends with them (PROGRAMS 5.6, 5.9). */
@RealProcesses
class IsolatedRingTest {

    private static final Path HOSTILE =
            Path.of("src", "test", "resources", "ringside", "programs", "hostile").toAbsolutePath();

    private static final int BASE_PORT = 29_700;

    @TempDir private Path folder;

    private static List<String> inside(Path writable) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + writable,
                "-Djna.tmpdir=" + writable,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check-ring");
    }

    @Test
    void nothingIsLeftOfAHostileProgram() throws Exception {
        assumeTrue(Namespaces.arePossible(), "this machine lets its user make no namespaces");
        Rules rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        // Its own, so that two of this test at once do not meet each other's processes.
        String marker = "98765." + ProcessHandle.current().pid() + System.nanoTime();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Map<CheckName, Finding> found = new EnumMap<>(CheckName.class);
        new IsolatedRing(IsolatedRingTest::inside)
                .run(
                        new RingOrder(
                                rules,
                                HOSTILE.toString(),
                                folder.resolve("ring").toString(),
                                "sh cdht.sh {id} '" + elsewhere + "' " + marker,
                                RingPlan.ofAssignment(rules),
                                BASE_PORT,
                                "1",
                                1,
                                List.of(Scene.REQUEST),
                                600),
                        finding -> found.put(finding.check(), finding));
        Finding starts = Objects.requireNonNull(found.get(CheckName.STARTS));
        assertThat(starts.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(starts.actual()).anyMatch(line -> line.contains("ended with exit code 7"));
        assertThat(found).doesNotContainKey(CheckName.REQUEST_SENT);
        assertThat(starts.actual()).anyMatch(line -> line.contains("wrote: "));
        assertThat(starts.actual()).noneMatch(line -> line.contains("wrote: 0"));

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(folder.resolve("ring")).isEmptyDirectory();
        assertThat(HOSTILE.resolve("cdht.sh")).exists();
        assertThat(
                        ProcessHandle.allProcesses()
                                .filter(process ->
                                        process.info().commandLine().orElse("").contains(marker)))
                .isEmpty();
    }
}
