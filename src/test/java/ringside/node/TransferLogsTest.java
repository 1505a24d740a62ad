package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;

/** SPEC 4.6: a row is on the disk before the sentence that follows it is printed. */
class TransferLogsTest {

    @TempDir private Path folder;

    @Test
    void linesAreOnTheDiskWhenTheFlushReportsIt() throws Exception {
        Path book = folder.resolve("responding_log.txt");
        try (TransferLogs logs = TransferLogs.open(folder)) {
            logs.write(0, new Effect.Log(LogBook.RESPONDING, "snd", 1, 400, 0));
            assertThat(logs.isDirty()).isTrue();
            CompletableFuture<String> seen = new CompletableFuture<>();
            logs.flush(() -> {
                try {
                    seen.complete(Files.readString(book));
                } catch (java.io.IOException e) {
                    seen.completeExceptionally(e);
                }
            });
            assertThat(logs.isDirty()).isFalse();
            assertThat(seen.get(60, TimeUnit.SECONDS)).isEqualTo("snd\t0.00\t1\t400\t0\n");
        }
    }

    /** A peer that is never at rest must not keep its log to itself. */
    @Test
    void manyRowsAreWrittenThoughNobodyFlushes() throws Exception {
        Path book = folder.resolve("requesting_log.txt");
        try (TransferLogs logs = TransferLogs.open(folder)) {
            for (int i = 0; i < 600; i++) {
                logs.write(0, new Effect.Log(LogBook.REQUESTING, "rcv", 1 + i, 1, 0));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readAllLines(book).size() > 500);
        }
    }

    /** However many there are over time, none is missing. */
    @Test
    void noRowOfALongTransferIsLost() throws Exception {
        Path book = folder.resolve("requesting_log.txt");
        int trains = 40_000;
        try (TransferLogs logs = TransferLogs.open(folder)) {
            for (int i = 0; i < trains; i++) {
                logs.write(
                        0, new Effect.LogTrain(LogBook.REQUESTING, "rcv", 1 + 800L * i, 400, 800));
                if (i % 1_000 == 0) {
                    flushed(logs).get(60, TimeUnit.SECONDS);
                }
            }
        }
        List<String> lines = Files.readAllLines(book);
        assertThat(lines).hasSize(2 * trains);
        assertThat(lines.getFirst()).isEqualTo("rcv\t0.00\t1\t400\t0");
        assertThat(lines.getLast())
                .isEqualTo("rcv\t0.00\t" + (1 + 800L * trains - 400) + "\t400\t0");
    }

    private static CompletableFuture<Void> flushed(TransferLogs logs) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        logs.flush(() -> done.complete(null));
        return done;
    }

    @Test
    void fewRowsAreWrittenAfterAWhile() throws Exception {
        try (TransferLogs logs = TransferLogs.open(folder)) {
            logs.write(5_000, new Effect.Log(LogBook.REQUESTING, "rcv", 1, 400, 0));
            logs.tick(204_999);
            assertThat(logs.isDirty()).isTrue();
            logs.tick(205_000);
            assertThat(logs.isDirty()).isFalse();
            logs.write(300_000, new Effect.Log(LogBook.RESPONDING, "snd", 1, 400, 0));
            logs.tick(400_000);
            assertThat(logs.isDirty()).isTrue();
        }
    }

    /** A row that is handed over is not on the disk yet: its sentence still has to wait. */
    @Test
    void aRowIsWrittenOnlyWhenTheDiskHasIt() throws Exception {
        try (TransferLogs logs = TransferLogs.open(folder)) {
            assertThat(logs.isWritten()).isTrue();
            CountDownLatch disk = new CountDownLatch(1);
            logs.flush(() -> awaitUnchecked(disk));
            logs.write(0, new Effect.Log(LogBook.REQUESTING, "rcv", 1, 400, 0));
            assertThat(logs.isWritten()).isFalse();
            logs.tick(200_000);
            assertThat(logs.isDirty()).isFalse();
            assertThat(logs.isWritten()).isFalse();
            disk.countDown();
            flushed(logs).get(60, TimeUnit.SECONDS);
            assertThat(logs.isWritten()).isTrue();
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void theEndWritesWhatIsLeft() throws Exception {
        try (TransferLogs logs = TransferLogs.open(folder)) {
            logs.write(0, new Effect.Log(LogBook.REQUESTING, "rcv", 1, 400, 0));
        }
        assertThat(folder.resolve("requesting_log.txt")).hasContent("rcv\t0.00\t1\t400\t0\n");
    }
}
