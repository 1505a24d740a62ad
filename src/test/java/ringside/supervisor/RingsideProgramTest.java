package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** How many peers will run beside one that starts: whether it is one of a crowd. */
class RingsideProgramTest {

    private static final long LIMIT_S = 60;

    @TempDir private Path folder;

    /** Its peers are processes that end at once. */
    private RingsideProgram program() {
        SupervisorSettings settings =
                new SupervisorSettings(
                        Path.of("true"),
                        "",
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS,
                        20_000,
                        folder,
                        folder,
                        List.of());
        return new RingsideProgram(
                settings, () -> PeerSettings.DEFAULTS, () -> PeerNetwork.loopback(""));
    }

    private static List<PeerId> peers(int count) {
        return IntStream.range(0, count).mapToObj(PeerId::new).toList();
    }

    private static void start(RingsideProgram program, int peer) throws IOException {
        program.start(
                new PeerId(peer),
                new PeerStart.Joining(new PeerId(0)),
                new StatusAccess(new InetSocketAddress("127.0.0.1", 1), "token"),
                null);
    }

    @Test
    void aRingThatStartsAsAWholeIsACrowdFromItsFirstPeerOn() {
        RingsideProgram program = program();
        assertThat(program.others()).isZero();

        program.prepare(peers(256));

        assertThat(program.others()).isEqualTo(255);
    }

    @Test
    void aPeerThatComesLaterCountsThoseThatRun() throws Exception {
        RingsideProgram program = program();
        program.prepare(peers(1));
        start(program, 0);

        Awaitility.await()
                .atMost(LIMIT_S, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(program.others()).isZero());
    }
}
