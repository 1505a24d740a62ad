package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;

/** The end of real peers when the process that supervises them ends (SPEC 9.2). */
@RealProcesses
class SupervisorEndTest {

    private static final int BASE_PORT = 23_300;

    @TempDir private Path folder;

    /** SPEC 9.2: nothing is left when the supervisor is killed. */
    @Test
    void noPeerOutlivesASupervisorThatIsKilled() throws Exception {
        Process supervisor = startLonelySupervisor();
        List<ProcessHandle> peers = peersOf(supervisor);
        supervisor.destroyForcibly();

        Awaitility.await("the peers that outlive their supervisor")
                .atMost(WatchedRing.LIMIT)
                .until(() -> peers.stream().filter(Vitals::isRunning).toList(), List::isEmpty);
    }

    /** A suspended peer cannot notice the end, so it must be resumed. */
    @Test
    void aPeerThatIsStoppedDoesNotOutliveASupervisorThatIsKilled() throws Exception {
        Process supervisor = startLonelySupervisor();
        List<ProcessHandle> all = supervisor.descendants().toList();
        Signals.pause(peersOf(supervisor).getFirst().pid());
        supervisor.destroyForcibly();

        Awaitility.await("no process is left")
                .atMost(WatchedRing.LIMIT)
                .until(() -> all.stream().noneMatch(Vitals::isRunning));
    }

    @Test
    void optionsOfTheUserForThisJvmDoNotReachThePeers() throws Exception {
        Process supervisor = startLonelySupervisor(Map.of("JAVA_TOOL_OPTIONS", "-Dx=y"));
        peersOf(supervisor);
        supervisor.toHandle().destroy();

        assertThat(supervisor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        for (int id : new int[] {14, 43, 77}) {
            assertThat(Files.readString(folder.resolve("peer-" + id + "/stderr.txt")))
                    .doesNotContain("JAVA_TOOL_OPTIONS");
        }
    }

    private static List<ProcessHandle> peersOf(Process supervisor) {
        List<ProcessHandle> peers =
                supervisor
                        .descendants()
                        .filter(each -> each.info().command().orElse("").endsWith("java"))
                        .toList();
        assertThat(peers).hasSize(3);
        return peers;
    }

    /** Ctrl-C and the end of the desktop's session arrive as SIGTERM and SIGINT. */
    @Test
    void aSupervisorThatIsToldToEndLetsItsPeersLeave() throws Exception {
        Process supervisor = startLonelySupervisor();
        List<ProcessHandle> peers = peersOf(supervisor);
        // Not destroy(): that would close the pipe as well.
        supervisor.toHandle().destroy();

        assertThat(supervisor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(peers).noneMatch(Vitals::isRunning);
    }

    private Process startLonelySupervisor() throws IOException {
        return startLonelySupervisor(Map.of());
    }

    private Process startLonelySupervisor(Map<String, String> variables) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LonelySupervisorMain.class.getName(),
                                folder.toString(),
                                Integer.toString(BASE_PORT),
                                "14",
                                "43",
                                "77")
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("started");
        return process;
    }
}
