package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.node.TinyDisk;
import ringside.status.FileEvent;
import ringside.status.LifeEvent.ActionFailed;
import ringside.status.NeighbourEvent;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;

/**
 * SPEC 10.4 on real peers: with a full disk, or with folders deleted while a peer runs, the action
 * fails with a clear line; the peer lives on, and leaves the ring as usual.
 */
@RealProcesses
class FailingFolderTest {

    private static final int BASE_PORT = 24_600;
    private static final int HURT = 77;
    private static final int HELPER = 14;

    /** A file with hash 60, owned by the peer whose folder fails. */
    private static final String OWN = "0060";

    /** A file with hash 4, owned by the other peer. */
    private static final String OTHERS = "0260";

    @TempDir private Path folder;
    private Path data;
    private WatchedRing ring;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("report.txt"), "x".repeat(1_000));
        Files.writeString(folder.resolve("0061.txt"), "y".repeat(1_000));
        data = folder.resolve("peer-" + HURT);
        ring = new WatchedRing(folder, SupervisorSettings.PEER_MAIN, BASE_PORT);
    }

    private void start() {
        ring.start(HELPER, HURT);
        for (int id : new int[] {HELPER, HURT}) {
            ring.await(id, NeighboursChanged.class, it -> !it.predecessors().isEmpty());
        }
    }

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void aPeerOnAFullDiskReportsFailuresSendsItsFilesAndQuitsAsAlways() throws IOException {
        try (TinyDisk tiny = TinyDisk.mount(data, 64)) {
            start();
            tiny.fill();
            ring.carryOut("store " + folder.resolve("report.txt") + " as " + OWN + " at " + HURT);
            assertFailure("No space left");
            assertNoFile("files");

            // Its log cannot be written either, but that does not stop the sending.
            ring.carryOut("set loss 0");
            ring.carryOut("request 0061 from " + HELPER);
            ring.await(HELPER, FileEvent.FileReceived.class);

            ring.carryOut("quit " + HURT);
            ProcessEvent.ProcessEnded end = ring.await(HURT, ProcessEvent.ProcessEnded.class);
            assertThat(end.kind()).as(end.reason()).isEqualTo(ExitKind.QUIT);
            assertThat(ring.all(HELPER, NeighbourEvent.PeerDead.class)).isEmpty();
        }
    }

    @Test
    void aPeerWhoseFolderIsDeletedReportsFailuresAndLivesOn() throws IOException {
        start();
        delete(data);
        ring.carryOut("store " + folder.resolve("report.txt") + " as " + OWN + " at " + HURT);
        assertFailure("There is no");
        assertStillThere();
        assertThat(data).doesNotExist();
    }

    @Test
    void aPeerWithAFileInPlaceOfItsFolderReportsFailuresAndLivesOn() throws IOException {
        start();
        delete(data.resolve("files"));
        Files.writeString(data.resolve("files"), "in the way");
        ring.carryOut("store " + folder.resolve("report.txt") + " as " + OWN + " at " + HURT);
        assertFailure("is in the way");
        ring.carryOut("store " + folder.resolve("nowhere.txt") + " as " + OTHERS + " at " + HURT);
        assertFailure("There is no file");
        assertStillThere();
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private void assertFailure(String reason) {
        ring.await(HURT, ActionFailed.class, failed -> failed.reason().contains(reason));
    }

    /** Checks that it still answers for a file that lies elsewhere, and is still pinged. */
    private void assertStillThere() {
        ring.carryOut("set loss 0");
        ring.carryOut("request 0061 from " + HELPER);
        ring.await(HELPER, FileEvent.FileReceived.class);
        assertThat(ring.process(HURT).isAlive()).isTrue();
        assertThat(ring.all(HELPER, NeighbourEvent.PeerDead.class)).isEmpty();
    }

    private void assertNoFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(name))) {
            assertThat(files).isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.walk(folder)) {
            paths = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
