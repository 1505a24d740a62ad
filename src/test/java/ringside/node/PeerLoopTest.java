package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;

/** SPEC 4.5, 4.6: a loop with a disk that is slow, or does not answer at all. */
@RealProcesses
class PeerLoopTest {

    private static final int BASE_PORT = 28_500;
    private static final int OWNER = 220;
    private static final int REQUESTER = 10;

    /**
     * Pings of a bit more than a second: longer than any misses of a peer that waits for its disk.
     */
    private static final int PINGS = 12;

    @TempDir private Path root;
    private LoopRing ring;

    @BeforeEach
    void open() {
        ring = new LoopRing(root, BASE_PORT);
    }

    @AfterEach
    void close() throws Exception {
        ring.close();
    }

    /** SPEC 4.6: a row is on the disk before the sentence that follows it is printed. */
    @Test
    void theRowsAreOnTheDiskBeforeThePeerSaysThatTheFileIsSent() throws Exception {
        CompletableFuture<List<String>> rows = new CompletableFuture<>();
        startRing(entry -> {
            if (says("The file is sent.").test(entry)) {
                rows.complete(lines(ring.folder(OWNER).resolve("responding_log.txt")));
            }
        });
        answer(100_300);
        ring.command(REQUESTER, "request 2012");
        ring.await(1, says("The file is sent."));
        List<String> written = rows.join();
        assertThat(written.stream().filter(row -> row.startsWith("snd\t"))).hasSize(101);
        assertThat(written.getLast()).startsWith("rcv\t").endsWith("\t0\t0\t100301");
    }

    @Test
    void aReadThatHangsStopsNoPing() throws Exception {
        startRing(PeerLoopTest::hearNothing);
        byte[] content = answer(200_000);
        HangingDisk hanging = HangingDisk.whenRead(ring.lanes(OWNER));
        ring.command(REQUESTER, "request 2012");
        ring.await(1, started(OWNER));
        assertPingsGoOn();
        hanging.resume();
        assertArrives(content);
    }

    /** Nothing is created or written; the buffered data stays within its bound. */
    @Test
    void aWriteThatHangsStopsNoPing() throws Exception {
        startRing(PeerLoopTest::hearNothing);
        byte[] content = answer((int) WriteBacklog.MOST_BYTES + 500_000);
        HangingDisk hanging = HangingDisk.whenWritten(ring.lanes(REQUESTER));
        ring.command(REQUESTER, "request 2012");
        ring.await(1, started(REQUESTER));
        ring.await(1, progress(REQUESTER, WriteBacklog.MOST_BYTES));
        assertPingsGoOn();
        assertThat(ring.folder(REQUESTER).resolve("partial")).isEmptyDirectory();
        assertThat(ring.seen()).noneMatch(progress(REQUESTER, WriteBacklog.MOST_BYTES + 200_000));
        hanging.resume();
        assertArrives(content);
    }

    /** The disk's sentence fits into the peer's, and contains no pattern of paths. */
    @Test
    void thePeerThatIsAloneSaysThatNobodyHasStoredAFile() throws Exception {
        ring.start(77, 77, 77, PeerLoopTest::hearNothing);
        ring.command(77, "request 2012");
        ring.await(1, says("File 2012 was not received: I own it, and nobody has stored it."));
    }

    private void startRing(Consumer<StatusEntry> ownersWatcher) throws Exception {
        ring.start(OWNER, REQUESTER, 100, ownersWatcher);
        ring.start(REQUESTER, 100, OWNER, PeerLoopTest::hearNothing);
        ring.start(100, OWNER, REQUESTER, PeerLoopTest::hearNothing);
        ring.await(6, entry -> entry.event() instanceof NeighbourEvent.PingAnswered);
    }

    private static void hearNothing(StatusEntry entry) {}

    private byte[] answer(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(3).nextBytes(content);
        Files.write(ring.answers().resolve("2012.bin"), content);
        return content;
    }

    /** Checks both directions: the peer pings, and it answers. */
    private void assertPingsGoOn() throws InterruptedException {
        for (int id : new int[] {OWNER, REQUESTER, 100}) {
            ring.await(
                    PINGS,
                    entry ->
                            entry.peer().equals(new PeerId(id))
                                    && entry.event() instanceof NeighbourEvent.PingAnswered);
        }
        assertThat(ring.seen())
                .noneMatch(entry -> entry.event() instanceof NeighbourEvent.PeerDead);
    }

    private void assertArrives(byte[] content) throws InterruptedException {
        ring.await(1, says("The file is received."));
        assertThat(ring.folder(REQUESTER).resolve("received/2012.bin")).hasBinaryContent(content);
    }

    private static Predicate<StatusEntry> says(String line) {
        return entry ->
                entry.event() instanceof LifeEvent.TerminalLine said && said.text().equals(line);
    }

    private static Predicate<StatusEntry> started(int id) {
        return entry ->
                entry.peer().equals(new PeerId(id))
                        && entry.event() instanceof FileEvent.TransferStarted;
    }

    private static Predicate<StatusEntry> progress(int id, long bytes) {
        return entry ->
                entry.peer().equals(new PeerId(id))
                        && entry.event() instanceof FileEvent.TransferProgress progress
                        && progress.bytes() >= bytes;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
