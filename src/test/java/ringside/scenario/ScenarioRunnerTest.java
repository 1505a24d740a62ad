package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.supervisor.CachedPeers;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.ThisMachine;

/** Scenarios on real processes (SPEC 11). */
@RealProcesses
class ScenarioRunnerTest {

    private static final int BASE_PORT = 22_000;

    @TempDir private Path folder;
    private final List<String> printed = new ArrayList<>();
    private final List<StatusEntry> recorded = new CopyOnWriteArrayList<>();

    @Test
    void aScenarioPassesAndPrintsWhatHappened() throws Exception {
        Files.writeString(folder.resolve("hello.txt"), "hello, ring");
        Outcome outcome =
                run(
                        """
                        set loss 0
                        set ping 200ms
                        peers 20 120
                        wait ring within 180s
                        join 220 via 20
                        wait ring 20 120 220 within 180s
                        store hello.txt as 0130 at 20
                        expect held 0130 at 220
                        request 0130 from 120
                        wait received 0130 at 120 within 180s
                        expect file 0130 at 120 equals hello.txt
                        request 0131 from 120
                        wait not found 0131 at 120 within 180s
                        kill 220
                        wait dead 220 within 180s
                        wait ring 20 120 within 180s
                        add 220
                        wait ring 20 120 220 within 180s
                        quit 220
                        wait ring 20 120 within 180s
                        say That was all.
                        """);

        assertThat(printed).last().asString().contains("That was all.");
        assertThat(outcome).isEqualTo(Outcome.PASSED);
        assertThat(recorded).isNotEmpty();
    }

    @Test
    void aFailedLineEndsTheScenarioWithTheStateOfTheRing() throws Exception {
        Outcome outcome =
                run(
                        """
                        peers 20 120
                        wait ring within 180s
                        expect ring 20 120 220
                        say never said
                        """);

        assertThat(outcome).isEqualTo(Outcome.FAILED);
        assertThat(String.join("\n", printed))
                .contains("expect ring 20 120 220")
                .contains("FAILED: the living peers are 20 120.")
                .contains("peer 20 is running, successors [120], predecessors [120]")
                .doesNotContain("never said");
    }

    @Test
    void aWaitThatTakesTooLongFails() throws Exception {
        assertThat(run("peers 20\nwait dead 20 within 10ms")).isEqualTo(Outcome.FAILED);
        assertThat(String.join("\n", printed))
                .contains("FAILED: nobody has declared peer 20 dead, also not after 0.01 s.");
    }

    @Test
    void aFailedCommandGivesAReason() throws Exception {
        assertThat(run("peers 20\nkill 99")).isEqualTo(Outcome.FAILED);
        assertThat(String.join("\n", printed))
                .contains("FAILED: Peer 99 is not on this ring. It has 20.");
    }

    @Test
    void aStoreOfAMissingFileFails() throws Exception {
        assertThat(run("peers 20\nstore nothing.txt as 0130 at 20")).isEqualTo(Outcome.FAILED);
        assertThat(String.join("\n", printed)).contains("nothing.txt");
    }

    private Outcome run(String text) throws IOException, ScenarioSyntaxException {
        Supervisor ring = Supervisor.open(settings());
        ring.listen(recorded::add);
        try {
            return new ScenarioRunner(
                            ring,
                            ring,
                            ThisMachine.HERE,
                            new PathFinder(List.of(folder)),
                            printed::add)
                    .run(ScenarioParser.parse("test", text));
        } finally {
            ring.quitAll().join();
        }
    }

    private SupervisorSettings settings() {
        CachedPeers archived = CachedPeers.ofThisBuild();
        return new SupervisorSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                archived.classPath(),
                SupervisorSettings.PEER_MAIN,
                PeerSettings.DEFAULTS,
                BASE_PORT,
                folder,
                folder,
                archived.flags());
    }
}
