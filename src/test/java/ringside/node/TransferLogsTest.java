package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    @Test
    void theEndWritesWhatIsLeft() throws Exception {
        try (TransferLogs logs = TransferLogs.open(folder)) {
            logs.write(0, new Effect.Log(LogBook.REQUESTING, "rcv", 1, 400, 0));
        }
        assertThat(folder.resolve("requesting_log.txt")).hasContent("rcv\t0.00\t1\t400\t0\n");
    }
}
