package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Python;
import ringside.RealProcesses;
import ringside.check.Observation;
import ringside.program.BoundPorts;
import ringside.ring.PeerId;
import ringside.rules.RulesFile;

/** The process that holds the port is the peer, also when it has left its group (PROGRAMS 1.5). */
@RealProcesses
class PeerUnderTestTest {

    private static final int BASE_PORT = 30_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final PeerId PEER = new PeerId(1);
    private static final int PORT = BASE_PORT + 1;

    private static final Path STUBBORN =
            Path.of("src", "test", "resources", "ringside", "program", "stubborn.py")
                    .toAbsolutePath();

    private final ObservationLog log = new ObservationLog();
    @TempDir private Path folder;
    private @Nullable PeerUnderTest peer;

    @BeforeEach
    void needsLinuxAndPython() throws Exception {
        assumeTrue(BoundPorts.canTell(), "this system does not tell who holds a port");
        Python.assumeIsThere();
    }

    @AfterEach
    void endThePeer() {
        if (peer != null) {
            peer.end();
        }
    }

    private PeerUnderTest startApart() throws Exception {
        PeerUnderTest started =
                PeerUnderTest.start(
                        PEER,
                        PORT,
                        List.of(
                                "sh",
                                "-c",
                                "setsid python3 \"$0\" " + PORT + "; sleep 10000",
                                STUBBORN.toString()),
                        folder,
                        System.getenv(),
                        RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")),
                        Set::of,
                        log);
        peer = started;
        until("the port is bound", () -> seen(Observation.Bound.class));
        return started;
    }

    private boolean seen(Class<? extends Observation> type) {
        return log.all().stream().anyMatch(type::isInstance);
    }

    private static boolean isBound() {
        return BoundPorts.isUdpBound(ProcessHandle.current().pid(), PORT);
    }

    private static ProcessHandle holder() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains("python"))
                .filter(process ->
                        process.info().commandLine().orElse("").endsWith(STUBBORN + " " + PORT))
                .findFirst()
                .orElseThrow();
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LIMIT).until(condition);
    }

    @Test
    void aPeerThatHasLeftItsGroupIsKilled() throws Exception {
        startApart().kill();
        until("its end is seen", () -> seen(Observation.Ended.class));
        until("the port is free", () -> !isBound());
    }

    @Test
    void itIsGoneWhenTheRingEnds() throws Exception {
        startApart().end();
        assertThat(isBound()).isFalse();
    }

    /** The shell around it would live on for hours. */
    @Test
    void theEndOfTheOneThatHoldsThePortIsTheEndOfThePeer() throws Exception {
        PeerUnderTest started = startApart();
        assertThat(started.isAlive()).isTrue();
        assertThat(holder().destroyForcibly()).isTrue();
        until("its end is seen", () -> seen(Observation.Ended.class));
        assertThat(started.isAlive()).isFalse();
    }
}
