package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Python;
import ringside.RealProcesses;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;

/**
 * A peer in Python that was written from the page {@code protocol.md} alone, among Ringside's own:
 * what the page says is enough, and true.
 */
@RealProcesses
class PythonPeerTest {

    private static final int BASE_PORT = 31_600;

    private static final Path SOURCE =
            Path.of("src", "test", "resources", "ringside", "python", "peer.py");

    private static final int MOST_LINES = 400;

    private static final int[] OURS = {14, 50, 77, 139, 201};
    private static final int PYTHON = 104;

    @TempDir private Path folder;

    private @Nullable WatchedRing started;
    private @Nullable Process python;

    @AfterEach
    void endTheRing() {
        if (python != null) {
            python.destroyForcibly();
        }
        if (started != null) {
            started.close();
        }
    }

    private WatchedRing startARing() throws IOException {
        WatchedRing ring = new WatchedRing(folder, SupervisorSettings.PEER_MAIN, BASE_PORT);
        started = ring;
        ring.start(OURS);
        return ring;
    }

    private Process startPython(int misses) throws IOException {
        Process process =
                new ProcessBuilder(
                                "python3",
                                SOURCE.toString(),
                                Integer.toString(PYTHON),
                                "14",
                                folder.resolve("python").toString(),
                                Integer.toString(BASE_PORT),
                                Integer.toString(misses))
                        .redirectErrorStream(true)
                        .redirectOutput(said().toFile())
                        .start();
        python = process;
        return process;
    }

    private Path said() {
        return folder.resolve("said.txt");
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(Files.readAllLines(SOURCE)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void itJoinsIsPingedPassesOnServesReceivesAndLeaves() throws Exception {
        Python.assumeIsThere();
        WatchedRing ring = startARing();
        Process process = startPython(WatchedRing.PATIENT.misses());
        PeerId its = new PeerId(PYTHON);
        ring.awaitLast(
                77,
                NeighbourEvent.NeighboursChanged.class,
                now -> now.successors().indexOf(its) == 0);
        awaitPythonBefore(ring, 139);
        ring.await(77, NeighbourEvent.PingAnswered.class, ping -> ping.target().equals(its));
        ring.await(50, NeighbourEvent.PingAnswered.class, ping -> ping.target().equals(its));
        awaitSaid(ring, "pinged by 77");

        // Its own file: 90 lies between 77 and 104.
        Path own = file("its.bin", 1_999);
        ring.carryOut("store " + own + " as 0090 at 14");
        FileEvent.FileStored stored = ring.await(14, FileEvent.FileStored.class);
        assertThat(stored.owner()).isEqualTo(its);
        assertThat(stored.holders()).isEqualTo(3);
        ring.carryOut("request 0090 from 77");
        assertSame(own, Path.of(ring.await(77, FileEvent.FileReceived.class).path()));
        awaitSaid(ring, "sent 0090.bin to 77 for request");

        // Another's, which lies beyond it for 77: 150 lies between 139 and 201.
        Path another = file("another.bin", 2_000);
        ring.carryOut("store " + another + " as 0150 at 14");
        ring.await(14, FileEvent.FileStored.class, it -> it.owner().equals(new PeerId(201)));
        ring.carryOut("request 0150 from 77");
        FileName name = FileName.parse("0150.bin");
        FileEvent.FileReceived received =
                ring.await(77, FileEvent.FileReceived.class, it -> it.file().equals(name));
        assertSame(another, Path.of(received.path()));
        assertThat(ring.all(77, LookupEvent.LookupSent.class).getLast().to()).isEqualTo(its);
        awaitSaid(ring, "passed on 0150 to 139");

        type(process, "request 0150");
        awaitSaid(ring, "received 0150.bin from 201 for request");
        assertSame(another, folder.resolve("python").resolve("received").resolve("0150.bin"));

        type(process, "quit");
        assertThat(process.waitFor(WatchedRing.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said())).isZero();
        for (int neighbour : new int[] {50, 77, 139, 201}) {
            ring.await(neighbour, NeighbourEvent.NeighbourLeft.class);
        }
        ring.awaitLast(
                77,
                NeighbourEvent.NeighboursChanged.class,
                now -> now.successors().indexOf(new PeerId(139)) == 0);
        int before = ring.all(50, FileEvent.FileReceived.class).size();
        ring.carryOut("request 0090 from 50");
        ring.until(
                "50 has the file",
                () -> ring.all(50, FileEvent.FileReceived.class).size() > before);
        assertSame(own, Path.of(ring.all(50, FileEvent.FileReceived.class).getLast().path()));
        for (int ours : OURS) {
            assertThat(ring.all(ours, NeighbourEvent.PeerDead.class)).isEmpty();
        }
    }

    @Test
    void itTakesANewSuccessorAndGoesOnWithoutADeadOne() throws Exception {
        Python.assumeIsThere();
        WatchedRing ring = startARing();
        var _ = startPython(PeerSettings.DEFAULTS.misses());
        awaitPythonBefore(ring, 139);
        ring.carryOut("add 120");
        awaitPythonBefore(ring, 120);
        ring.awaitLast(
                139,
                NeighbourEvent.NeighboursChanged.class,
                now -> now.predecessors().equals(WatchedRing.peers(120, PYTHON)));
        ring.carryOut("kill 120");
        awaitPythonBefore(ring, 139);
    }

    private static void awaitPythonBefore(WatchedRing ring, int successor) {
        ring.awaitLast(
                successor,
                NeighbourEvent.NeighboursChanged.class,
                now -> now.predecessors().indexOf(new PeerId(PYTHON)) == 0);
    }

    private Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    private static void assertSame(Path sent, Path received) {
        assertThat(received).hasSameBinaryContentAs(sent);
    }

    private static void type(Process process, String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    private void awaitSaid(WatchedRing ring, String line) {
        ring.until("it says '" + line + "'", () -> Files.readAllLines(said()).contains(line));
    }
}
